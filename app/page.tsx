import { X } from "#components/x.tsx";
export default function P() { return <X />; }
