/* What is remembered on this device only, besides the log: settings, unfinished sessions, ticked exercises.
   A browser that refuses to remember is no reason to stop. */

export const root = new URL("../../", import.meta.url);
const name = (key) => `${root.pathname}session.${key}`;

/* Asking for the storage itself may throw, not only its use. */
export function recall(key, store = () => localStorage) {
  try {
    return JSON.parse(store().getItem(name(key)));
  } catch {
    return null;
  }
}

/* Whether it could be kept. */
export function keep(key, value, store = () => localStorage) {
  try {
    if (value === null) store().removeItem(name(key));
    else store().setItem(name(key), JSON.stringify(value));
    return true;
  } catch {
    return false; // full, or forbidden
  }
}

/* Each with what it is without a choice. */
export const SWITCHES = {
  sound: "Sound", voice: "Voice", vibration: "Vibration", pace: "Tempo", lockscreen: "Lock-screen buttons",
};
const AT_FIRST = { sound: true, voice: true, vibration: true, pace: true, lockscreen: false, counting: "cues", first: "left" };
const CHOICES = { counting: ["cues", "repetitions", "phases"], first: ["left", "right"] };

/* The settings: a truth for each switch, `counting` (what the voice says in a set) and `first` (the side to begin with). */
export function settings() {
  const kept = recall("switches") ?? {};
  return Object.fromEntries(Object.entries(AT_FIRST).map(([key, usual]) => {
    const known = CHOICES[key] ? CHOICES[key].includes(kept[key]) : typeof kept[key] === "boolean";
    return [key, known ? kept[key] : usual];
  }));
}

export const keepSettings = (values) => keep("switches", values);
