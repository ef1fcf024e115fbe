import type { ReactNode } from "react";
import { connection } from "next/server";
export default async function L({ children }: { readonly children: ReactNode }) { await connection(); return <html lang="en"><body>{children}</body></html>; }
