// One step at a time, read aloud by a recording or the phone's own voice; search; nothing is sent or kept.
(() => {
  "use strict";
  const all = document.documentElement, body = document.body, lang = all.lang;
  const each = (what, within = document) => [...within.querySelectorAll(what)];
  const one = (what, within = document) => within.querySelector(what);
  all.classList.add("on");
  each("[hidden].js").forEach((part) => { part.hidden = false; });
  const today = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10); // in Hà Nội

  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register(body.dataset.root + "sw.js").then(() => navigator.serviceWorker.ready)
      .then((ready) => {
        const little = navigator.connection && navigator.connection.saveData;
        const here = each("img").map((image) => image.src);
        if (ready.active) ready.active.postMessage({ here: [location.href.split("#")[0], ...here], lang, rest: !little });
      }).catch(() => {});
  }

  // What holds only until a day, or from one on.
  if (body.dataset.reviewBy && body.dataset.reviewBy < today) each(".old").forEach((note) => { note.hidden = false; });
  each(".step[data-since], .step[data-until]").forEach((step) => {
    const { since = "", until = "9999" } = step.dataset;
    if (since > today || until < today) step.remove();
  });
  const steps = each(".step");
  const ofHash = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id || id === "bat-dau" || id === "main") return null;
    return steps.find((step) => step.id === id || step.dataset.step === id.replace(/^b-/, "")) || null;
  };

  const chosen = {};
  const holds = (when) => {
    if (when.not) return !holds(when.not);
    if (when.and) return when.and.every(holds);
    if (when.or) return when.or.some(holds);
    return when.is.includes(chosen[when.step]);
  };
  const asked = (when) => when.step ? [when.step] : [when.not || [], when.and || [], when.or || []].flat().flatMap(asked);
  // After a reload nobody knows what was chosen: then every way stays, with its condition in words.
  const openWays = (step) => each("[data-when]", step).forEach((way) => {
    const when = JSON.parse(way.dataset.when), known = asked(when).every((id) => id in chosen);
    way.parentElement.hidden = known && !holds(when);
    each(".if", way).forEach((words) => { words.style.display = known ? "none" : "inline"; });
  });

  const tools = one(".tools"), listen = one(".listen"), told = one(".told");
  const name = listen && listen.textContent;
  let reading = false, playing = null, turn = 0, now = null;

  const show = (step, focus) => {
    steps.forEach((other) => other.classList.toggle("now", other === step));
    now = step;
    const away = step !== null;
    all.classList.toggle("walking", away);
    all.classList.toggle("at-first", step === steps[0]);
    quiet();
    if (step) {
      openWays(step);
      const heading = one("h2", step);
      if (focus) { heading.focus({ preventScroll: true }); scrollTo(0, 0); }
      if (listen) listen.textContent = reading ? listen.dataset.stop : "private" in step.dataset ? listen.dataset.privateLabel : name;
      if (reading && !("private" in step.dataset)) readStep(step);
      if (reading && "private" in step.dataset) stopReading();
    } else if (focus) { one("h1").focus({ preventScroll: true }); scrollTo(0, 0); }
    if (tools) tools.hidden = !step;
  };
  if (steps.length) {
    document.addEventListener("click", (event) => {
      const way = event.target.closest("a[data-answers]");
      if (way) { const [step, answer] = way.dataset.answers.split("="); chosen[step] = answer; }
    });
    const turned = (focus) => {
      if (location.hash === "#main") return;
      show(ofHash() || (location.hash ? null : steps[0]), focus); // as on the kiosk; what it needs is a touch away
    };
    addEventListener("hashchange", () => turned(true));
    one(".back").addEventListener("click", () => history.length > 1 ? history.back() : location.assign(one("a.home").href));
    turned(false);
  }

  // Aloud.
  const voice = () => speechSynthesis.getVoices().find((each) => each.lang.replace("_", "-").toLowerCase().startsWith(lang));
  function quiet() {
    turn += 1;
    if (playing) { playing.pause(); playing = null; }
    if ("speechSynthesis" in window) speechSynthesis.cancel();
  }
  function say(part, mine) {
    const clip = part.dataset && part.dataset.clip;
    return new Promise((done, failed) => {
      if (clip) {
        playing = new Audio(clip);
        playing.onended = done;
        playing.onerror = failed;
        playing.play().catch(failed);
        return;
      }
      if (!("speechSynthesis" in window)) { failed(); return; }
      if (speechSynthesis.getVoices().length && !voice()) { failed(); return; }
      const line = new SpeechSynthesisUtterance((part.dataset && part.dataset.said) || part.textContent);
      line.lang = { vi: "vi-VN", en: "en-GB", fr: "fr-FR" }[lang];
      line.voice = voice() || null;
      line.rate = 0.9;
      line.onend = done;
      line.onerror = () => (mine === turn ? failed() : done());
      speechSynthesis.speak(line);
    });
  }
  async function readStep(step) {
    const mine = turn;
    const parts = [one("h2", step), ...each(".say, .notice, .answer > span", step)];
    for (const part of parts) {
      if (mine !== turn || part.closest("[hidden]")) continue;
      try { await say(part, mine); } catch {
        if (mine === turn) { told.textContent = listen.dataset.noVoice; stopReading(); }
        return;
      }
    }
  }
  function stopReading() {
    reading = false;
    quiet();
    listen.setAttribute("aria-pressed", "false");
    listen.textContent = now && "private" in now.dataset ? listen.dataset.privateLabel : name;
  }
  if (listen) {
    if (!("speechSynthesis" in window) && !one("[data-clip]")) listen.hidden = true;
    if ("speechSynthesis" in window) speechSynthesis.getVoices(); // Chromium fills the list after the first look
    listen.addEventListener("click", () => {
      if (reading) { stopReading(); return; }
      reading = true;
      told.textContent = "";
      listen.setAttribute("aria-pressed", "true");
      listen.textContent = listen.dataset.stop;
      quiet();
      readStep(now);
    });
    addEventListener("pagehide", quiet);
  }

  // On paper all of it.
  const unfold = () => { each("details").forEach((part) => { part.open = true; }); };
  addEventListener("beforeprint", unfold);
  each(".print").forEach((button) => button.addEventListener("click", async () => {
    unfold();
    const pictures = each("img");
    pictures.forEach((picture) => { picture.loading = "eager"; });
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
    print();
  }));

  // Search, without marks and without the network; danger first.
  const field = one("#tim");
  if (field) {
    const bare = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d");
    const tiles = each("li[data-guide]"), topics = each(".topic"), status = one(".finder [role=status]");
    const form = one(".finder"), red = one(".red"), calls = one(".calls");
    const got = (name, how) => fetch(form.dataset[name]).then((answer) => { if (!answer.ok) throw new Error(name); return answer[how](); });
    const ran = (place) => new Promise((done, failed) => {
      const script = Object.assign(document.createElement("script"), { src: place, onload: done, onerror: failed });
      document.head.append(script);
    });
    let asked = null, tell = null, coming = null;
    const words = () => asked || (asked = got("asked", "json").catch(() => { asked = null; return {}; }));
    // Until its files are there danger is not recognised; guides are found meanwhile.
    const learn = () => coming || (coming = Promise.all([got("danger", "json"), got("weights", "arrayBuffer"), ran(form.dataset.recognise)])
      .then(([data, weights]) => { tell = dangerIn(data, weights); search(); }).catch(() => { coming = null; }));
    field.addEventListener("focus", () => { words(); learn(); });
    // Half a word may look like danger: until a space or a pause ends it, it is only perhaps; and what is not
    // certain, until nothing was typed for longer.
    const pause = 1200, rest = 4000;
    let timers = [], finished = 0;
    const mayLead = (told) => finished > 1 || (told.certain && (finished || /\s$/.test(field.value)));
    field.addEventListener("input", () => {
      timers.forEach(clearTimeout);
      finished = 0;
      timers = [pause, rest].map((wait, at) => setTimeout(() => { finished = at + 1; search(); }, wait));
      learn();
      search();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      finished = 2;
      const { leads, step } = tell ? tell(field.value) : {};
      if (leads && redTile(leads, step)) search().then(() => one("a", red).click());
    });
    const redTile = (guide, step) => {
      const tile = tiles.find((each) => each.dataset.guide === guide);
      if (!tile) return null;
      const copy = tile.cloneNode(true);
      copy.hidden = false;
      const link = one("a", copy), title = JSON.parse(copy.dataset.steps || "{}")[`b-${step}`];
      link.classList.add("urgent");
      if (title) {
        link.href += `#b-${step}`;
        one("span", link).textContent = title;
      }
      return copy;
    };
    async function search() {
      const typed = field.value, sought = bare(typed).split(/[^\p{L}\p{N}]+/u).filter(Boolean), known = await words();
      if (typed !== field.value) return;
      const told = tell ? tell(typed) : {}, first = told.leads || told.perhaps, urgent = redTile(first, told.step);
      const leads = Boolean(told.leads && urgent && mayLead(told));
      red.replaceChildren(...(urgent ? [urgent] : []));
      if (leads && told.leads === "khan-cap") { const item = document.createElement("li"); item.append(calls.cloneNode(true)); red.append(item); }
      form.toggleAttribute("data-leads", leads);
      const appears = red.hidden && urgent;
      red.hidden = !urgent;
      each(".ask, .first").forEach((part) => { part.hidden = Boolean(urgent); });
      one(".needs").hidden = Boolean(urgent) || sought.length > 0;
      if (appears) form.scrollIntoView(); // above the phone's keyboard
      let found = 0;
      tiles.forEach((tile) => {
        const text = " " + (known[tile.dataset.guide] || bare(tile.textContent)), guide = tile.dataset.guide;
        tile.hidden = (leads && found >= 2) || (urgent !== null && guide === first) || !sought.every((word) => text.includes(" " + word));
        if (!tile.hidden) found += 1;
      });
      topics.forEach((topic) => { topic.hidden = !one("li:not([hidden])", topic); topic.open = sought.length > 0; });
      one("#chu-de").hidden = topics.every((topic) => topic.hidden);
      const said = urgent && status.dataset[leads ? "isDanger" : "mayBe"];
      status.textContent = said || (!sought.length ? "" : found ? status.dataset.found.replace("#", found) : status.dataset.none);
    }
  }
})();
