import { redirect } from "next/navigation";
import { SignInMessage } from "#components/shell/sign-in-message.tsx";
import { readSignIn } from "#lib/server/page-request.ts";

/** Open to all: it tells nothing of any desk. Who needs no sign-in is led on. */
export default async function Page() {
  const { way, next, hasFailed } = await readSignIn();
  if (way === "done") redirect(next);
  return <SignInMessage way={way} next={next} hasFailed={hasFailed} />;
}
