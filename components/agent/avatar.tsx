"use client";
import { useState } from "react";
import type { Agent, Status } from "#lib/schedule/types.ts";
import { initialsOf, tintOf } from "./initials.ts";
import { StatusMark } from "./status-mark.tsx";

const SIZES = {
  small: "size-6 text-[10px]",
  row: "size-7 text-[10px]",
  phone: "size-9 text-[13px]",
  card: "size-10 text-[15px]",
  page: "size-14 text-[20px]",
  /** The wallboard scales with its window, so its sizes are relative. */
  wall: "size-13 text-label",
} as const;
/** On the wallboard as large as the text beside it, while the initials are smaller. */
const MARKS = { small: 10, row: 12, phone: 14, card: 14, page: 18, wall: "1.44em" } as const;

/** Tints written out, since the style sheet is built from the class names found in the source. */
const TINT_CLASSES = [
  "bg-avatar-1 text-avatar-1-ink",
  "bg-avatar-2 text-avatar-2-ink",
  "bg-avatar-3 text-avatar-3-ink",
  "bg-avatar-4 text-avatar-4-ink",
  "bg-avatar-5 text-avatar-5-ink",
  "bg-avatar-6 text-avatar-6-ink",
] as const;

interface AvatarProps {
  readonly agent: Pick<Agent, "id" | "name" | "avatarUrl">;
  readonly status: Status;
  readonly size?: keyof typeof SIZES;
}

/** The agent's picture, or initials where there is none or it cannot be loaded, with the status mark. Decorative. */
export function Avatar({ agent, status, size = "row" }: AvatarProps) {
  const initials = initialsOf(agent.name, size === "small");
  return (
    <span
      className={`relative inline-flex shrink-0 items-center justify-center rounded-pill font-semibold ${SIZES[size]} ${TINT_CLASSES[tintOf(agent.id)]}`}
      aria-hidden="true"
    >
      {agent.avatarUrl === null ? initials : <Picture url={agent.avatarUrl} initials={initials} />}
      <StatusMark
        status={status}
        size={MARKS[size]}
        className="absolute -right-1.5 -bottom-1 box-content rounded-pill bg-surface p-px"
      />
    </span>
  );
}

/** A component of its own, so that an agent without a picture costs a row no state. */
function Picture({ url, initials }: { readonly url: string; readonly initials: string }) {
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  if (url === failedUrl) return initials;
  return (
    // biome-ignore lint/performance/noImgElement: the avatar's host is Feishu's; there is no image optimizer by design
    <img
      src={url}
      alt=""
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      className="size-full rounded-pill object-cover"
      ref={(image) => {
        // It may have been lost before this script ran, which heard nothing of it.
        if (image?.complete && image.naturalWidth === 0) setFailedUrl(url);
      }}
      onError={() => setFailedUrl(url)}
    />
  );
}
