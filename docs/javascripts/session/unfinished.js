/* Sessions that were begun and not finished: each routine, list and exercise keeps its own place on this device. */
import { keep, recall, root } from "./kept.js";

const LONGEST_MS = 12 * 3600 * 1000, MOST = 10;

/* Where a page keeps the place of a session: its address and the stage. */
export const placeOf = (stage = "") => ({ page: location.pathname + location.search, stage });

const same = (a, b) => a.page === b.page && a.stage === b.stage;

/* Every one that may be gone on with, the latest first: {page, stage, name, at, session, state}. A clock that was set back
   makes none too old. */
export function unfinished(now = Date.now()) {
  const kept = recall("places");
  return (Array.isArray(kept) ? kept : []).filter((each) => each?.state && each.session && now - each.at < LONGEST_MS);
}

export const leftAt = (place) => unfinished().find((each) => same(each, place)) ?? null;

export function keepPlace(place, session, state) {
  const others = unfinished().filter((each) => !same(each, place));
  return keep("places", [{ ...place, name: session.name, at: Date.now(), session, state }, ...others].slice(0, MOST));
}

export const forget = (place) => keep("places", unfinished().filter((each) => !same(each, place)));

/* Holds a place for this tab alone: gives what lets it go, or nothing where another tab has it. */
export function claim({ page, stage }) {
  if (!navigator.locks) return Promise.resolve(() => {});
  return new Promise((done) => {
    navigator.locks.request(`session ${page} ${stage}`, { ifAvailable: true }, (lock) => {
      if (!lock) return done(null);
      return new Promise((release) => { done(release); });
    }).catch(() => done(() => {}));
  });
}

/* The address at which a session is gone on with. */
export const addressOf = ({ page, stage }) => new URL(`${page}${stage ? `#${stage}` : ""}`, root).href;
