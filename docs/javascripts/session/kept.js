/* What is remembered on this device only, besides the log: switches, an unfinished session, ticked exercises.
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

export const SWITCHES = {
  sound: "Sound", voice: "Voice", vibration: "Vibration", pace: "Tempo",
};

export function switches() {
  const kept = recall("switches");
  return Object.fromEntries(Object.keys(SWITCHES).map((key) => [key, kept?.[key] !== false]));
}

export const keepSwitches = (values) => keep("switches", values);
