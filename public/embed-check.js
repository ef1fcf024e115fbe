/* Says on a page of the portal's why Helpdesk Rota does or does not show in a frame there: docs/embed.md. */
(() => {
  const script = document.currentScript;
  const rota = new URL(".", script.src);
  const list = document.createElement("ul");
  list.id = "rota-check";
  const place = document.createElement("div");
  script.after(list, place);

  const SIGNS = { good: "OK", bad: "FAULT", note: "NOTE" };
  function say(kind, text) {
    const line = document.createElement("li");
    line.dataset.kind = kind;
    line.textContent = `${SIGNS[kind]}: ${text}`;
    list.append(line);
  }

  const decode = (part) => {
    const bytes = Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (char) =>
      char.charCodeAt(0),
    );
    return JSON.parse(new TextDecoder().decode(bytes));
  };
  const bare = (address) => String(address).replace(/\/$/, "");

  /** What can be seen of a token without its key. */
  function judge(token) {
    let header;
    let claims;
    try {
      [header, claims] = token.split(".").slice(0, 2).map(decode);
    } catch {
      return ["it is no JWT; the address must answer with the token alone, as text"];
    }
    const nowS = Date.now() / 1000;
    const { aud, iat, exp, desk, skills, departments } = claims;
    const isList = (value) =>
      value === undefined || (Array.isArray(value) && value.every((one) => typeof one === "string"));
    const texts = ["iss", "sub", "jti"].filter(
      (name) => typeof claims[name] !== "string" || claims[name] === "",
    );
    const others = Object.keys(header).filter((name) => !["alg", "typ", "kid"].includes(name));
    return [
      token.length > 4096 && "it has more than 4,096 characters",
      header.alg !== "HS256" && `alg must be HS256, and is ${header.alg}`,
      header.typ !== "rota-embed+jwt" && `typ must be rota-embed+jwt, and is ${header.typ}`,
      typeof header.kid !== "string" && "kid is missing",
      others.length > 0 && `its header may not hold ${others.join(", ")}`,
      texts.length > 0 && `must be filled text: ${texts.join(", ")}`,
      ![aud].flat().some((one) => bare(one) === bare(rota)) &&
        `aud must be APP_URL, which should be ${bare(rota)}, and is ${aud}`,
      !(typeof iat === "number" && typeof exp === "number") && "iat and exp must be numbers, in seconds",
      exp - iat > 300 && `it lives ${exp - iat} s; 300 are allowed`,
      iat > nowS + 60 && "iat lies in the future by this machine's clock: check the portal's",
      exp <= nowS - 60 && "it is over by this machine's clock: check the portal's",
      desk !== undefined && typeof desk !== "string" && "desk must be text",
      !(isList(skills) && isList(departments)) && "skills and departments must be lists of text",
    ].filter(Boolean);
  }

  async function getToken() {
    const { tokenUrl } = script.dataset;
    const answer = await fetch(tokenUrl, { method: "POST", cache: "no-store" });
    if (!answer.ok) throw new Error(`${tokenUrl} answered ${answer.status}`);
    return (await answer.text()).trim();
  }

  async function checkToken() {
    if (!script.dataset.tokenUrl)
      return say("note", "no data-token-url: only a viewer's own session can open the frame.");
    try {
      const [first, second] = [await getToken(), await getToken()];
      const faults = judge(first);
      for (const fault of faults) say("bad", `token: ${fault}.`);
      if (first === second) say("bad", "token: the same one came twice; each is good once.");
      else if (faults.length === 0) say("good", "the token is well formed.");
    } catch (error) {
      say("bad", `no token: ${error.message}.`);
    }
  }

  /** Resolves when the frame has shown that it lives, or when it had time enough for that. */
  function checkFrame() {
    const ORIGIN = `EMBED_ORIGINS must list ${location.origin}, and every page around this one`;
    return new Promise((done) => {
      const late = setTimeout(() => {
        say("bad", `the frame does not answer. Either ${ORIGIN}, or the product is away.`);
        done();
      }, 10_000);
      addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
        if (!blockedURI.startsWith(rota.origin)) return;
        say("bad", `this page's own policy (${effectiveDirective}) does not allow ${rota.origin}.`);
      });
      const frame = document.createElement("iframe");
      frame.title = "Helpdesk Rota";
      frame.style.cssText = "width:100%;height:700px";
      const post = (message) =>
        frame.contentWindow.postMessage({ ns: "helpdesk-rota", v: 1, ...message }, rota.origin);
      addEventListener("message", async ({ source, origin, data }) => {
        if (source !== frame.contentWindow || origin !== rota.origin || data?.ns !== "helpdesk-rota") return;
        if (data.type === "ready") {
          clearTimeout(late);
          say("good", `${location.origin} may frame the product.`);
          done();
        }
        if (data.type === "token-needed" && script.dataset.tokenUrl)
          post({ type: "token", token: await getToken() });
        if (data.type === "error" && data.code === "token_refused") {
          say(
            "bad",
            "the product refuses the token. If nothing else is listed here: kid and key must be those of EMBED_KEYS, and desk one that there is.",
          );
        }
      });
      frame.src = new URL("embed", rota);
      place.append(frame);
    });
  }

  Promise.all([checkToken(), checkFrame()]).then(() => say("note", "the check is done."));
})();
