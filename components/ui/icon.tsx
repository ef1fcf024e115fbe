import Pulse from "lucide-react/icons/activity";
import Sort from "lucide-react/icons/arrow-down-up";
import Arrow from "lucide-react/icons/arrow-right";
import Bell from "lucide-react/icons/bell";
import Building from "lucide-react/icons/building-2";
import Check from "lucide-react/icons/check";
import Down from "lucide-react/icons/chevron-down";
import Left from "lucide-react/icons/chevron-left";
import Right from "lucide-react/icons/chevron-right";
import Clock from "lucide-react/icons/clock";
import CloudOff from "lucide-react/icons/cloud-off";
import Download from "lucide-react/icons/download";
import External from "lucide-react/icons/external-link";
import Doc from "lucide-react/icons/file-text";
import Globe from "lucide-react/icons/globe";
import Home from "lucide-react/icons/house";
import Language from "lucide-react/icons/languages";
import Lint from "lucide-react/icons/list-checks";
import Lock from "lucide-react/icons/lock";
import Away from "lucide-react/icons/log-out";
import Mail from "lucide-react/icons/mail";
import Chat from "lucide-react/icons/message-square";
import Moon from "lucide-react/icons/moon";
import Board from "lucide-react/icons/panels-top-left";
import Play from "lucide-react/icons/play";
import Plus from "lucide-react/icons/plus";
import Refresh from "lucide-react/icons/rotate-cw";
import Search from "lucide-react/icons/search";
import Settings from "lucide-react/icons/settings";
import Share from "lucide-react/icons/share-2";
import Shield from "lucide-react/icons/shield";
import Filter from "lucide-react/icons/sliders-horizontal";
import Sun from "lucide-react/icons/sun";
import Tag from "lucide-react/icons/tag";
import Alert from "lucide-react/icons/triangle-alert";
import UserCheck from "lucide-react/icons/user-round-check";
import UserX from "lucide-react/icons/user-round-x";
import Users from "lucide-react/icons/users-round";
import Close from "lucide-react/icons/x";
import type { ReactNode } from "react";

/** The design's icons by its names. Each is imported by itself, so that the bundle holds no others. */
const FROM_LUCIDE = {
  alert: Alert,
  arrow: Arrow,
  away: Away,
  bell: Bell,
  board: Board,
  building: Building,
  chat: Chat,
  check: Check,
  clock: Clock,
  close: Close,
  "cloud-off": CloudOff,
  doc: Doc,
  down: Down,
  download: Download,
  external: External,
  filter: Filter,
  globe: Globe,
  home: Home,
  language: Language,
  left: Left,
  lint: Lint,
  lock: Lock,
  mail: Mail,
  moon: Moon,
  play: Play,
  plus: Plus,
  pulse: Pulse,
  refresh: Refresh,
  right: Right,
  search: Search,
  settings: Settings,
  share: Share,
  shield: Shield,
  sort: Sort,
  sun: Sun,
  tag: Tag,
  "user-check": UserCheck,
  "user-x": UserX,
  users: Users,
} as const;

/** What Lucide does not have, in the design's own 16 px box. */
const OWN = {
  /** The next cliff: a line that steps down and goes on. */
  drop: <path d="M1.75 4.5h4.5v6.75h7.5m-2.5-2.5 2.5 2.5-2.5 2.5" />,
  /** Rows under a head. */
  group: <path d="M2.5 3.75h11M5 8h8.5M5 12.25h8.5" />,
  /** The coverage map: nine cells. */
  heat: (
    <path
      fill="currentColor"
      stroke="none"
      d="M2 2h3.4v3.4H2zm4.3 0h3.4v3.4H6.3zM10.6 2H14v3.4h-3.4zM2 6.3h3.4v3.4H2zm4.3 0h3.4v3.4H6.3zm4.3 0H14v3.4h-3.4zM2 10.6h3.4V14H2zm4.3 0h3.4V14H6.3zm4.3 0H14V14h-3.4z"
    />
  ),
  /** A single point: one, and no more. */
  one: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M6.75 6.25 8.25 5.25v5.5" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof FROM_LUCIDE | keyof typeof OWN;

interface IconProps {
  readonly name: IconName;
  readonly className?: string;
}

const isOwn = (name: IconName): name is keyof typeof OWN => name in OWN;

/** A 16 px picture in the text's colour. Always decorative: the word or name stands beside it or on its button. */
export function Icon({ name, className = "" }: IconProps) {
  const look = `size-4 shrink-0 ${className}`;
  if (isOwn(name)) {
    return (
      <svg
        aria-hidden="true"
        className={look}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {OWN[name]}
      </svg>
    );
  }
  const Picture = FROM_LUCIDE[name];
  // Lucide draws in a 24 unit box: 2.25 of them are 1.5 px at 16 px.
  return <Picture aria-hidden="true" className={look} strokeWidth={2.25} />;
}
