"use client";
import { useWords } from "#components/filters/use-view.tsx";
import { buttonClass } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Message } from "#components/ui/message.tsx";
import { Logo } from "./logo.tsx";
import { useSite } from "./site.tsx";

interface SignInMessageProps {
  /** Where viewers sign in; `elsewhere`: not here, but with whatever stands before us. */
  readonly way: "feishu" | "oidc" | "elsewhere";
  /** Where to go afterwards, without the base path. */
  readonly next: string;
  /** An attempt was refused. The reason is in the log alone. */
  readonly hasFailed: boolean;
}

/** `/sign-in`: why there is nothing to see, and the one way in. */
export function SignInMessage({ way, next, hasFailed }: SignInMessageProps) {
  const { basePath } = useSite();
  const { product, signIn } = useWords();
  return (
    <main id="main" className="flex min-h-dvh flex-col bg-surface text-ink">
      <title>{`${signIn.page} · ${product}`}</title>
      <p className="flex min-h-header items-center gap-2.5 px-4 text-title">
        <Logo />
        {product}
      </p>
      <Message
        isPage
        icon="lock"
        title={signIn.title}
        detail={way === "elsewhere" ? signIn.elsewhere : signIn.detail}
      >
        {hasFailed && (
          <p
            role="alert"
            className="flex basis-full items-center justify-center gap-2 text-body text-danger-ink"
          >
            <Icon name="alert" />
            {signIn.failed}
          </p>
        )}
        {way !== "elsewhere" && (
          // A plain link: the answer is a redirect to another host, which the router could not follow.
          <a
            className={buttonClass("primary")}
            href={`${basePath}/api/auth/${way}/start?next=${encodeURIComponent(next)}`}
          >
            {signIn.with[way]}
          </a>
        )}
      </Message>
    </main>
  );
}
