/* Which repetition and which part of it a moment falls in. Pure. */

/* Null where the clock ends the move and not the count. */
export function beat(move, elapsed) {
  const lap = move.phases.reduce((sum, phase) => sum + phase.seconds, 0);
  if (!lap) return null;
  const most = Math.max(1, move.repetitions), time = Math.min(elapsed / 1000, lap * most - 0.001);
  const repetition = Math.floor(time / lap);
  let within = time - repetition * lap, index = 0;
  while (within >= move.phases[index].seconds) within -= move.phases[index++].seconds;
  const phase = move.phases[index];
  return {
    repetition: repetition + 1, of: most, index, action: phase.action, fast: Boolean(phase.fast),
    left: phase.seconds - within, share: within / phase.seconds, second: Math.floor(within),
  };
}

/* How far the figure is from its first position (0) towards its last (1). */
export function reach(move, returns, elapsed) {
  const now = beat(move, elapsed);
  if (!now) return wave(returns, (elapsed % 4000) / 4000);
  if (move.hold) return [now.share, 1, 1 - now.share][Math.min(now.index, 2)];
  if (move.paused_far) return [soft(now.share), 1, 1 - soft(now.share)][Math.min(now.index, 2)];
  const lap = move.phases.reduce((sum, phase) => sum + phase.seconds, 0) * 1000;
  return wave(returns, (elapsed % lap) / lap);
}

function wave(returns, share) {
  if (!returns) return Math.min(1, share / 0.7);
  return share < 0.4 ? share / 0.4 : share < 0.5 ? 1 : share < 0.9 ? 1 - (share - 0.5) / 0.4 : 0;
}

const soft = (share) => share * share * (3 - 2 * share);
