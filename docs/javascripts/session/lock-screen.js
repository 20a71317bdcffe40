/* Buttons on the lock screen and on headphones. Devices show them for what plays a sound, so a silent one plays meanwhile;
   it stops other music, which is why the reader has to switch this on. */
const SECONDS = 10, RATE = 8000;

/* `act` has pause, resume, skip and back. */
export function lockScreen(act) {
  const media = navigator.mediaSession;
  const handlers = { play: act.resume, pause: act.pause, nexttrack: act.skip, previoustrack: act.back };
  let sound = null;

  function handle(each) {
    for (const [name, does] of Object.entries(handlers)) {
      try {
        media.setActionHandler(name, each && does);
      } catch { /* a button that this device has not */ }
    }
  }

  return {
    begin() {
      if (!media || !window.MediaMetadata || sound) return;
      sound = new Audio(silence());
      sound.loop = true;
      sound.play().catch(() => {});
      handle(true);
    },
    show({ name, text, place }) {
      if (!sound) return;
      const [title, artist] = [name || text, place];
      if (media.metadata?.title !== title || media.metadata?.artist !== artist) media.metadata = new MediaMetadata({ title, artist });
    },
    playing(on) {
      if (!sound) return;
      media.playbackState = on ? "playing" : "paused";
      if (on) sound.play().catch(() => {});
      else sound.pause();
    },
    end() {
      if (!sound) return;
      sound.pause();
      URL.revokeObjectURL(sound.src);
      sound = null;
      handle(false);
      media.metadata = null;
      media.playbackState = "none";
    },
  };
}

/* The address of some seconds of silence: a WAV file with eight bits a sample, of which 128 is none. */
function silence() {
  const samples = SECONDS * RATE, head = new DataView(new ArrayBuffer(44));
  const text = (at, word) => [...word].forEach((letter, index) => head.setUint8(at + index, letter.charCodeAt(0)));
  text(0, "RIFF");
  head.setUint32(4, 36 + samples, true);
  text(8, "WAVEfmt ");
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, RATE, true);
  head.setUint32(28, RATE, true);
  head.setUint16(32, 1, true);
  head.setUint16(34, 8, true);
  text(36, "data");
  head.setUint32(40, samples, true);
  return URL.createObjectURL(new Blob([head, new Uint8Array(samples).fill(128)], { type: "audio/wav" }));
}
