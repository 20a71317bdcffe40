/* Sound, speech, vibration and a screen that stays awake: each silent where it is switched off or the device lacks it. */

const TONES = {
  tick: [[1250, 0, 0.03, 0.12]],
  phase: [[523, 0, 0.09, 0.25]],
  back: [[784, 0, 0.09, 0.25]],
  count: [[660, 0, 0.12, 0.3]],
  start: [[880, 0, 0.4, 0.4]],
  rest: [[587, 0, 0.16, 0.35], [440, 0.2, 0.3, 0.35]],
  over: [[523, 0, 0.18, 0.35], [659, 0.2, 0.18, 0.35], [784, 0.4, 0.5, 0.35]],
};
const SHAKES = { start: [200], rest: [120, 80, 120], count: [40], over: [200, 100, 200, 100, 400] };

export function senses(switched) {
  let audio = null, lock = null, awake = false;

  async function hold() {
    if (!awake || document.hidden || lock) return;
    try {
      lock = await navigator.wakeLock?.request("screen") ?? null;
      lock?.addEventListener("release", () => { lock = null; });
      if (!awake) letGo();
    } catch { /* battery saver, or not allowed: the session goes on */ }
  }
  const letGo = () => { lock?.release(); lock = null; };

  return {
    /* Must first be called from a press of a button: browsers keep quiet before. */
    wake() {
      audio ??= window.AudioContext ? new AudioContext() : null;
      audio?.resume();
      awake = true;
      return hold();
    },
    sleep() {
      awake = false;
      letGo();
      window.speechSynthesis?.cancel();
    },
    lookedAtAgain: hold,
    signal(kind) {
      if (switched().sound && audio) for (const tone of TONES[kind] ?? []) ring(audio, ...tone);
      if (switched().vibration && SHAKES[kind]) navigator.vibrate?.(SHAKES[kind]);
    },
    say(text, { after = false } = {}) {
      if (!switched().voice || !window.speechSynthesis) return;
      if (!after) speechSynthesis.cancel();
      else if (speechSynthesis.speaking) return;
      const words = new SpeechSynthesisUtterance(text);
      words.lang = document.documentElement.lang || "en";
      speechSynthesis.speak(words);
    },
    hush: () => window.speechSynthesis?.cancel(),
  };
}

function ring(audio, frequency, delay, length, loudness) {
  const tone = audio.createOscillator(), volume = audio.createGain(), at = audio.currentTime + delay;
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(loudness, at + 0.01);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + length);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + length + 0.05);
}
