/* Sound, speech, vibration and a screen that stays awake: each silent where it is switched off or the device lacks it. */

/* Of each signal: [pitch, delay, length, loudness] of its tones. */
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
const LATE = 0.25; // seconds after which a signal is not worth hearing any more

/* `switched()` gives the switches; `resound()` is called when the device gives the sound back after a call or a lock. */
export function senses(switched, resound) {
  let audio = null, lock = null, asking = false, awake = false, ringing = [];

  async function hold() {
    if (!awake || document.hidden || lock || asking) return;
    asking = true;
    try {
      lock = await navigator.wakeLock?.request("screen") ?? null;
      lock?.addEventListener("release", () => { lock = null; });
      if (!awake) letGo();
    } catch { /* battery saver, or not allowed: the session goes on */ }
    asking = false;
  }
  const letGo = () => { lock?.release(); lock = null; };

  /* A call or a locked screen takes the sound away, under names that differ from browser to browser. */
  function listen() {
    if (!audio || audio.state === "running") return;
    Promise.resolve(audio.resume()).catch(() => {});
  }

  function silence() {
    for (const tone of ringing) tone.stop();
    ringing = [];
  }

  return {
    /* Must first be called from a press of a button: browsers keep quiet before. */
    wake() {
      if (!audio && window.AudioContext) {
        audio = new AudioContext();
        audio.addEventListener("statechange", () => { if (audio.state === "running") resound(); else silence(); });
      }
      listen();
      awake = true;
      return hold();
    },
    sleep() {
      awake = false;
      letGo();
      silence();
      window.speechSynthesis?.cancel();
    },
    /* The screen may go dark, though the session goes on. */
    doze() {
      awake = false;
      letGo();
    },
    look() {
      listen();
      return hold();
    },
    /* Signals of a step, [at which second, kind], when so many seconds of it have gone. Those of before are called off. */
    schedule(signals, gone) {
      silence();
      if (!switched().sound || audio?.state !== "running") return;
      ringing = signals.filter(([at]) => at >= gone - LATE)
        .flatMap(([at, kind]) => TONES[kind].map((tone) => ring(audio, Math.max(0, at - gone), ...tone)));
    },
    silence,
    signal(kind) {
      if (switched().sound && audio) for (const tone of TONES[kind] ?? []) ring(audio, 0, ...tone);
      this.shake(kind);
    },
    shake(kind) {
      if (switched().vibration && SHAKES[kind]) navigator.vibrate?.(SHAKES[kind]);
    },
    say(text, { urgent = false } = {}) {
      if (!window.speechSynthesis || (speechSynthesis.speaking && !urgent)) return;
      speechSynthesis.cancel();
      const words = new SpeechSynthesisUtterance(text);
      words.lang = document.documentElement.lang || "en";
      speechSynthesis.speak(words);
    },
    hush: () => window.speechSynthesis?.cancel(),
  };
}

function ring(audio, after, frequency, delay, length, loudness) {
  const tone = audio.createOscillator(), volume = audio.createGain(), at = audio.currentTime + after + delay;
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(loudness, at + 0.01);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + length);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + length + 0.05);
  return tone;
}
