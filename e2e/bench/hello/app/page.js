"use client";
import { useQuery } from "@tanstack/react-query";

/** The least that Next and React Query weigh: what the product's own scripts are counted from. */
export default function Page() {
  const { data } = useQuery({ queryKey: ["hello"], queryFn: async () => "Hello" });
  return <p>{data ?? "…"}</p>;
}
