export const dynamic = "force-dynamic";

// What a minimal page of Next costs, for the start and for memory.
export default function Page() {
  return <p>Hello</p>;
}
