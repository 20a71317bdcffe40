/* What a session says: steps and moves as the words on the screen, in the ear and for a screen reader. Pure. */

export const clock = (seconds) => {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole}` : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

export const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

export const capital = (text) => text && text[0].toUpperCase() + text.slice(1);

export const sentence = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);

export const title = (move) => move.version || move.name;

const SIDES = { first: "First side", second: "Other side" };

/* The line above the name. */
export function heading(step) {
  if (step.kind === "warm-up" || step.kind === "finish") return told(step);
  return { ready: "Get ready", rest: "Rest, then", switch: "Switch sides" }[step.kind]
    ?? SIDES[step.side] ?? "";
}

const told = (step) => [
  step.kind === "finish" ? "To finish" : "Warm-up", SIDES[step.side]?.toLowerCase(), step.rounds > 1 && `${step.round} of ${step.rounds}`,
].filter(Boolean).join(", ");

export function place(step) {
  if (!step.rounds) return "";
  return step.rounds > 1 ? `Round ${step.round} of ${step.rounds}` : step.block ?? "";
}

/* How much of a move a step asks for. */
export function amount(move, step) {
  if (move.hold || !move.repetitions) return `${move.hold ? hold(move) : step.planned ?? step.seconds} seconds`;
  return `${plural(move.repetitions, "repetition")}${move.each_side && move.sides === "alternating" ? ", sides take turns" : ""}`;
}

const hold = (move) => move.phases.find((phase) => phase.action === "hold").seconds;

/* One announcement a step. */
export function announcement(steps, index, moves) {
  const step = steps[index], move = moves[step.move], ahead = upcoming(steps, index);
  const side = SIDES[step.side] ? `${SIDES[step.side]}. ` : "";
  switch (step.kind) {
    case "warm-up":
    case "finish": return step.side === "second" ? "Other side." : `${told(step)}. ${sentence(step.text)}`;
    case "ready": return `Get ready. ${title(move)}, ${amount(move, ahead)}.${side && ` ${side}`}`.trim();
    case "rest": return `Rest, ${step.seconds} seconds. Next: ${title(move)}, ${amount(move, ahead)}.`;
    case "switch": return "Switch sides.";
    default: return `${side}${title(move)}, ${amount(move, step)}.`;
  }
}

/* The first thing that comes after this step and is to be done. */
export function upcoming(steps, index) {
  const found = steps.slice(index + 1).find((step) => ["work", "warm-up", "finish"].includes(step.kind));
  return found ?? null;
}

/* What a log keeps: each move once, with the sets that were done in full, cut short and left out. */
export function summary(moves, steps, marks) {
  const sets = new Map();
  steps.forEach((step, index) => {
    if (step.kind !== "work") return;
    const key = `${step.move}/${step.round}/${step.block}`, mark = marks.find((each) => each.index === index);
    const how = !mark || (mark.cut && mark.ms < 3000) ? 0 : mark.cut ? 1 : 2;
    const known = sets.get(key) ?? { move: step.move, ways: [] };
    sets.set(key, { ...known, ways: [...known.ways, how] });
  });
  return moves.map((move, number) => {
    const own = [...sets.values()].filter((each) => each.move === number).map((each) => each.ways);
    const full = own.filter((ways) => ways.every((way) => way === 2)).length;
    const none = own.filter((ways) => ways.every((way) => way === 0)).length;
    return {
      exercise: move.exercise, name: title(move), dose: move.dose, sets: full, short: own.length - full - none, left_out: none,
    };
  });
}

export const summaryLine = ({ sets, short, left_out: none, dose }) => [
  sets && `${plural(sets, "set")} of ${dose}`, short && `${plural(short, "set")} cut short`, none && `${plural(none, "set")} left out`,
].filter(Boolean).join(", ");
