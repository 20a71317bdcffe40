/* Which repetition and which part of it a moment falls in. Pure. */

/* Null where the clock ends the move and not the count. */
export function beat(move, elapsed) {
  if (!move.repetitions) return null;
  const lap = move.phases.reduce((sum, phase) => sum + phase.seconds, 0);
  const most = move.repetitions, time = Math.min(elapsed / 1000, lap * most - 0.001);
  const repetition = Math.floor(time / lap);
  let within = time - repetition * lap, index = 0;
  while (within >= move.phases[index].seconds) within -= move.phases[index++].seconds;
  const phase = move.phases[index];
  return {
    repetition: repetition + 1, of: most, index, action: phase.action, fast: Boolean(phase.fast),
    left: phase.seconds - within, share: within / phase.seconds, second: Math.floor(within),
  };
}
