/* Before a session begins: which stage, what is needed, what hurts today, who should not, and what was last time.
   `course` is the session that is to run (see run.js). */
import { withoutPain } from "./adapt.js";
import { make } from "./dom.js";
import { choice } from "./answers.js";
import { root } from "./kept.js";
import { lastTime, loadRules } from "../log/next-time.js";
import { all } from "../log/store.js";
import { loadHurts } from "./loaded.js";
import { settings } from "./screen.js";
import { stageByLog } from "./stage-by-log.js";
import { sentence } from "./words.js";

/* `begin(session, warm)` and `leave()` end it; `take(stage)` does the same for another stage of the routine. */
export function before(course, { begin, leave, take }) {
  const { session } = course;
  let adapted = session;
  const last = make("div", {}), advised = make("div", { class: "session__advised" }), hurts = make("div", { class: "session__hurts" });
  lastTime(session.id, Date.now()).then((told) => { if (told) last.replaceChildren(told); });
  adviseStage();
  askWhatHurts();
  show();

  function show() {
    const { moves, leave_out_when: whenWarm } = adapted, nothing = !adapted.steps.some(({ kind }) => kind === "work");
    course.shown.panel.dataset.whole = "yes";
    course.ask({
      title: session.name,
      lines: nothing ? ["Nothing of this session is left for today."] : [
        [session.id === "set" ? "" : `About ${adapted.minutes} minutes.`, `You need: ${adapted.needs.toLowerCase()}.`].filter(Boolean).join(" "),
        ...(whenWarm ? [`Go without the warm-up if ${whenWarm}.`] : []),
      ],
      more: [
        advised, hurts,
        points("Only if you can do all of this", adapted.gate), points("Not if one of these fits you", adapted.leave_out),
        last,
        make("details", { class: "session__more-settings" }, make("summary", {}, "Sound, voice and tempo"), settings(course.values, course.flip)),
      ],
      buttons: [
        ...(nothing ? [] : [["Begin", () => begin(adapted, false)]]),
        ...(whenWarm && !nothing ? [["Begin without the warm-up", () => begin(adapted, true)]] : []),
        ["Not now", leave],
      ],
      read: moves.length > 0 && (adapted.gate?.length > 0 || Boolean(whenWarm)),
      onBack: sure,
    });
  }

  /* Escape and the back button ask even here. */
  function sure() {
    course.ask({ title: "Leave this session?", lines: ["It has not begun."], buttons: [["Stay", show], ["Leave", leave]], onBack: show });
  }

  async function adviseStage() {
    if (!course.stages.length) return;
    const stages = course.stages.map((each) => each.session), [entries, rules] = await Promise.all([all().catch(() => []), loadRules()]);
    const found = stageByLog(stages, entries, { id: session.id, name: session.routine }, Date.now(), rules);
    const other = found && found.stage !== session.stage && course.stages.find((each) => each.session.stage === found.stage);
    if (!found) return;
    advised.replaceChildren(make("p", {}, make("strong", {}, found.why)));
    if (other) advised.append(make("button", { type: "button", class: "session__other", onclick: course.gently(() => take(other)) }, `Take ${other.session.name}`));
  }

  async function askWhatHurts() {
    const places = await loadHurts();
    if (!places) return;
    const { field, label } = choice("Does something hurt today?", [["", "Nothing hurts"], ...places.map(({ id, name }) => [id, name])]);
    const told = make("div", { role: "status" });
    field.addEventListener("change", () => {
      const place = places.find(({ id }) => id === field.value);
      const found = place ? withoutPain(session, place) : { session, told: [] };
      adapted = { ...found.session, adapted: place ? `Hurt before: ${place.name.toLowerCase()}.` : "" };
      told.replaceChildren(...(place ? adaptation(place, found.told) : []));
      show();
      field.focus();
    });
    hurts.replaceChildren(label, told);
  }
}

/* The signs that come first, what changes today and why, and where there is more. */
function adaptation(place, told) {
  const says = { out: "Left out today:", change: "Changed today:" };
  return [
    make("details", { class: "session__gate", open: true }, make("summary", {}, "First: signs that cannot wait"),
      ...place.signs.flatMap(({ urgency, lines }) => [
        make("p", {}, make("strong", {}, `${urgency}:`)), make("ul", {}, ...lines.map((line) => make("li", {}, line)))])),
    told.length ? make("ul", {}, ...together(told).map(({ names, action, why }) => make("li", {}, make("strong", {}, `${says[action]} ${sentence(names.join(", "))}`), ` ${why}`)))
      : make("p", {}, "Nothing in this session needs a change. The pain rule holds all the same."),
    make("p", {}, make("a", { href: new URL(place.page, root) }, `${place.name}: what to look for first, and when to see somebody`)),
  ];
}

/* One line for everything that is changed in the same way. */
function together(told) {
  const lines = new Map();
  for (const { name, action, reasons } of told) {
    const why = reasons.join(" "), key = `${action} ${why}`;
    lines.set(key, { names: [...(lines.get(key)?.names ?? []), name.replace(/[.]$/, "")], action, why });
  }
  return [...lines.values()];
}

function points(title, lines) {
  if (!lines?.length) return null;
  return make("details", { class: "session__gate", open: true },
    make("summary", {}, title), make("ul", {}, ...lines.map((line) => make("li", {}, line))));
}
