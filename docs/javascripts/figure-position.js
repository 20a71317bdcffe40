/* Which position a moving figure has at a moment: 1 is its first key frame, 1.5 lies halfway to the second. Pure.

   A way: the `parts` of a repetition ({seconds, frame, fast}), the number of key frames (`keys`), whether the movement
   may go back through them (`returns`), and whether every second repetition goes from the last to the first (`turns`).
   In each part the figure goes from the frame on which the part before ended to its own, through those between. */

const QUICK = 0.6; // seconds of a movement that is as fast as control allows

export function position(way, seconds) {
  const { parts, keys, returns, turns } = way, last = parts[parts.length - 1].frame;
  const lap = parts.reduce((sum, part) => sum + part.seconds, 0), repetition = Math.floor(seconds / lap);
  let within = seconds - repetition * lap, index = 0;
  while (index < parts.length - 1 && within >= parts[index].seconds) within -= parts[index++].seconds;
  const from = index ? parts[index - 1].frame : turns ? keys + 1 - last : last, to = parts[index].frame;
  const share = part(parts[index], parts[index + 1], within);
  // What does not go back is seen where it was, and then where it begins anew.
  const at = returns || to > from ? from + (to - from) * share : share < 0.5 ? from : to;
  return turns && repetition % 2 ? keys + 1 - at : at;
}

/* How much of a part is done. Two fast ones in a row are one movement, so the first of them waits for the second. */
function part({ seconds, fast }, next, within) {
  const takes = fast ? Math.min(QUICK, seconds) : seconds, waits = fast && next?.fast ? seconds - takes : 0;
  return takes ? Math.min(1, Math.max(0, (within - waits) / takes)) : 1;
}

/* The way that a `.fig-player` says: data-tempo has `seconds:frame` of every part, `:fast` behind what is fast. */
export function wayOf({ keys, returns, turns, tempo }) {
  const parts = tempo.split(" ").map((text) => text.split(":")).map(([seconds, frame, fast]) => (
    { seconds: Number(seconds), frame: Number(frame), fast: Boolean(fast) }));
  return { parts, keys: Number(keys), returns: returns === "yes", turns: turns === "yes" };
}
