import localFont from "next/font/local";

/** Inter, served by ourselves: the product fetches nothing from another host (used as `--font-inter`). */
export const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
  display: "swap",
});
