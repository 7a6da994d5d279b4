// Whose turn it is: of all runs of a page at most one plays.

/**
 * One that can play. `wants`: it would play by itself, were it seen and nobody else's turn. `playing`: it does, or was told to.
 * @typedef {{playing: boolean, wants: boolean, isSeen: () => boolean, ask: (what: 'play' | 'pause') => void}} Player
 */

/** All in the page. @type {Set<Player>} */
export const players = new Set();

/** @param {Player} player */
function halt(player) {
  player.playing = false;
  player.ask('pause');
}

/** The first who wants it has the turn. */
export function giveTurn() {
  /** @type {Player | undefined} */
  let first;
  for (const player of players) {
    if (player.playing) return;
    if (player.wants && player.isSeen()) first ??= player;
  }
  if (!first) return;
  first.wants = false;
  first.playing = true;
  first.ask('play');
}

/** It plays. Where the reader began it, all others that he sees are done. @param {Player} player */
export function started(player) {
  if (!player.playing)
    for (const other of players) {
      if (!other.isSeen()) continue;
      other.wants = false;
      if (other.playing) halt(other);
    }
  player.playing = true;
}

/** Out of sight it pauses, and goes on when it is seen again. @param {Player} player */
export function hidden(player) {
  if (player.playing) {
    player.wants = true;
    halt(player);
  }
  giveTurn();
}
