/* Helpdesk Rota in a page of yours: docs/embed.md says how. No dependencies; runs wherever frames do. */
(() => {
  const script = document.currentScript;
  const page = new URL("embed", script.src);
  const find = (what) => (typeof what === "string" ? document.querySelector(what) : what);

  /**
   * Puts the rota into `target` (an element or selector; a frame, or a place for one).
   * options: src (default: embed beside this script), params (query text or object), title,
   * getToken (gives a fresh token each time, or a promise of one), onError (gets a code).
   */
  function mount(target, options = {}) {
    const place = find(target);
    if (!place) throw new Error("HelpdeskRota: there is no such element");
    const isFound = place.localName === "iframe";
    const frame = isFound ? place : document.createElement("iframe");
    const url = new URL(options.src || (isFound && place.src) || page, location.href);
    for (const [key, value] of new URLSearchParams(options.params || "")) url.searchParams.set(key, value);

    let isReady = false;
    let isRemoved = false;
    let isAsking = false;
    let wishes = {};
    const post = (message) =>
      frame.contentWindow?.postMessage({ ns: "helpdesk-rota", v: 1, ...message }, url.origin);
    const fail = (code) => options.onError?.(code);

    /** One question at a time; a portal that fails is asked again when the frame asks again. */
    async function ask(give) {
      if (!options.getToken || isAsking) return give(null);
      isAsking = true;
      try {
        give(await options.getToken());
      } catch {
        fail("no_token");
        give(null);
      } finally {
        isAsking = false;
      }
    }

    const hear = {
      ready() {
        isReady = true;
        set({});
      },
      resize({ height }) {
        if (!(height > 0 && height <= 8000)) return;
        const text = `${Math.ceil(height)}px`;
        if (frame.style.height !== text) frame.style.height = text;
      },
      "token-needed"() {
        ask((token) => token && post({ type: "token", token }));
      },
      error({ code }) {
        fail(code);
      },
    };
    function listen({ source, origin, data }) {
      if (source !== frame.contentWindow || origin !== url.origin) return;
      if (data?.ns === "helpdesk-rota" && data.v === 1 && Object.hasOwn(hear, data.type))
        hear[data.type](data);
    }

    /** theme, lang, zone, view: now, or as soon as the frame listens. */
    function set(wish) {
      wishes = { ...wishes, ...wish };
      if (isReady && Object.keys(wishes).length) post({ type: "set", ...wishes });
    }
    function remove() {
      isRemoved = true;
      removeEventListener("message", listen);
      if (!isFound) frame.remove();
    }

    addEventListener("message", listen);
    if (options.title || !frame.title) frame.title = options.title || "Helpdesk Rota";
    if (!isFound) {
      frame.style.cssText = "display:block;width:100%;height:600px;border:0";
      ask((token) => {
        // A page that draws twice removes at once what it has just put there.
        if (isRemoved) return;
        url.hash = token ? new URLSearchParams({ token }) : "";
        frame.src = url;
        place.append(frame);
      });
    }
    return { frame, set, remove };
  }

  /** By attributes alone: data-target, data-params, data-title, data-token-url (answers the token as text). */
  const { target, params, title, tokenUrl } = script.dataset;
  const getToken =
    tokenUrl &&
    (async () => {
      const answer = await fetch(tokenUrl, { method: "POST", cache: "no-store" });
      if (!answer.ok) throw new Error("no token");
      return (await answer.text()).trim();
    });
  window.HelpdeskRota = { mount, frame: target && mount(target, { params, title, getToken }) };
})();
