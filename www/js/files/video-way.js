// How this browser makes a video: by an encoder as fast as it can, else recorded while the run is played; found out before one is asked for.

/** `codec` as encoders and files name it; null: it is recorded. @typedef {{container: 'mp4' | 'webm', codec: 'avc' | 'vp9' | null}} VideoWay */

/** How wide a video is, in pixels. */
export const VIDEO_WIDTH = 1280;
/** Of the largest that is made. */
const LARGEST = { width: VIDEO_WIDTH, height: 1080, bitrate: 4_000_000, framerate: 30 };

/** The best first: slides and phones play the first of them everywhere. @type {[string, VideoWay][]} */
const ENCODED = [
  ['avc1.640028', { container: 'mp4', codec: 'avc' }],
  ['vp09.00.40.08', { container: 'webm', codec: 'vp9' }],
];
/** @type {VideoWay[]} */
const RECORDED = [
  { container: 'mp4', codec: null },
  { container: 'webm', codec: null },
];

/** @param {string} codec */
async function isEncoded(codec) {
  try {
    return (await VideoEncoder.isConfigSupported({ codec, ...LARGEST })).supported === true;
  } catch {
    return false;
  }
}

/** Pages that came over plain http have no encoder. @returns {Promise<VideoWay | null>} */
async function findWay() {
  if (typeof VideoEncoder === 'function') for (const [codec, way] of ENCODED) if (await isEncoded(codec)) return way;
  return recordedWay();
}

/** @returns {VideoWay | null} */
function recordedWay() {
  if (typeof MediaRecorder !== 'function' || !('captureStream' in HTMLCanvasElement.prototype)) return null;
  return RECORDED.find(({ container }) => MediaRecorder.isTypeSupported(`video/${container}`)) ?? null;
}

/** What is known so far. @type {VideoWay | null} */
let found = typeof MediaRecorder === 'function' ? recordedWay() : null;
/** @type {Promise<VideoWay | null> | null} */
let finding = null;

/** The way, found out once. */
export async function videoWay() {
  finding ??= findWay();
  return (found = await finding);
}

/** The way as far as it is known. */
export const knownWay = () => found;
