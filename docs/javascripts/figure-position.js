/* Which position a moving figure has at a moment: 1 is its first key frame, 1.5 lies halfway to the second. Pure.

   A way: the `parts` of a repetition ({seconds, frame, fast}), the number of key frames (`keys`), the seconds that each
   stretch between two of them takes when it is done fast (`spans`), which of them are in the `air`, whether the movement
   may go back through them (`returns`), and whether every second repetition goes from the last to the first (`turns`).
   In each part the figure goes from the frame on which the part before ended to its own, through those between, without
   a halt. It slows down where a part ends in rest or turns back, and flows on where the next goes the same way. What
   flies takes the time that it takes, however long the part is: the build has drawn its take-off and landing. */

export function position(way, seconds) {
  const lap = lapOf(way), repetition = Math.floor(seconds / lap), within = seconds - repetition * lap;
  const mirrored = way.turns && repetition % 2, own = mirrored ? turned(way) : way;
  const at = keyAt(own, placeAt(stretches(own), within));
  return mirrored ? own.keys + 1 - at : at;
}

/* Whether this repetition is shown on the other side, in the mirror. */
export const isMirrored = (way, seconds) => Boolean(way.flips) && Math.floor(seconds / lapOf(way)) % 2 === 1;

const lapOf = ({ parts }) => parts.reduce((sum, part) => sum + part.seconds, 0);

/* The same way from the last key frame to the first; the parts name frames as seen from there. */
const turned = (way) => (
  { ...way, spans: [...way.spans].reverse(), air: way.air.map((frame) => way.keys + 1 - frame) });

/* Where each key frame lies on the way, in seconds of the fast movement. */
const places = ({ spans }) => spans.reduce((found, span) => [...found, found[found.length - 1] + span], [0]);

/* Every part as the stretch in which something moves, with the speeds at its two ends. */
function stretches(way) {
  const { parts, keys, returns, turns, air } = way, place = places(way), last = parts[parts.length - 1].frame;
  let begins = 0;
  const found = parts.map(({ seconds, frame, fast }, index) => {
    const from = index ? parts[index - 1].frame : turns ? keys + 1 - last : last;
    const low = Math.min(from, frame), high = Math.max(from, frame);
    const flies = from !== frame && air.some((key) => key >= low && key <= high);
    const shortest = Math.min(seconds, place[high - 1] - place[low - 1]);
    const stretch = { begins, seconds, from: place[from - 1], to: place[frame - 1], flies, quick: fast || flies,
      aloft: air.includes(from), takes: fast || flies ? shortest : seconds, cut: !returns && frame < from };
    begins += seconds;
    return stretch;
  });
  found.forEach((stretch, index) => {
    const next = found[(index + 1) % found.length];
    // Two fast ones in a row are one movement, so the first of them waits for the second; in the air nobody waits.
    if (stretch.quick && next.quick && !stretch.aloft) stretch.begins += stretch.seconds - stretch.takes;
    stretch.ends = stretch.begins + stretch.takes;
  });
  found.forEach((stretch, index) => {
    const next = found[(index + 1) % found.length], seam = index === found.length - 1;
    const sign = seam && turns ? -1 : 1;
    next.enters = shared(stretch, next, seam ? next.begins + begins : next.begins, sign);
    stretch.leaves = sign * next.enters;
  });
  return found;
}

/* The speed with which one stretch goes over into the next: none where there is a rest between, or a turn. */
function shared(stretch, next, begins, sign) {
  const apart = begins - stretch.ends > 1e-6 || [stretch, next].some(({ cut, flies, takes }) => cut || flies || !takes);
  const a = apart ? 0 : sign * (stretch.to - stretch.from) / stretch.takes, b = apart ? 0 : (next.to - next.from) / next.takes;
  return a * b > 0 ? 2 * a * b / (a + b) : 0;
}

/* The place on the way at a moment of the repetition. */
function placeAt(found, within) {
  const stretch = found.findLast(({ begins }) => within >= begins) ?? { ...found[0], takes: 0, to: found[0].from };
  const { begins, takes, from, to, flies, cut, enters, leaves } = stretch;
  const share = takes ? Math.min(1, Math.max(0, (within - begins) / takes)) : 1;
  if (cut) return share < 0.5 ? from : to; // what does not go back is seen where it was, and then where it begins anew
  if (flies) return from + (to - from) * share;
  const rest = 1 - share;
  return from + (to - from) * share * share * (3 - 2 * share) + takes * share * rest * (enters * rest - leaves * share);
}

function keyAt(way, place) {
  const starts = places(way);
  let index = 0;
  while (index < way.spans.length - 1 && place >= starts[index + 1]) index += 1;
  return way.spans.length ? Math.min(way.keys, index + 1 + (place - starts[index]) / way.spans[index]) : 1;
}

/* The way that a moving picture says: data-tempo has `seconds:frame` of every part, `:fast` behind what is fast. */
export function wayOf({ keys, returns, turns, flips, tempo, spans, air }) {
  const parts = tempo.split(" ").map((text) => text.split(":")).map(([seconds, frame, fast]) => (
    { seconds: Number(seconds), frame: Number(frame), fast: Boolean(fast) }));
  const numbers = (text) => (text ? text.split(" ").map(Number) : []);
  return { parts, keys: Number(keys), spans: numbers(spans), air: numbers(air), returns: returns === "yes", turns: turns === "yes", flips: flips === "yes" };
}
