// Starts the page of the single file. Its wasm travels inside; it is the whole engine.

import { loadWhole } from '../state/engine.js';
import { start } from './main.js';
import { unpacked } from './packed.js';

start(() => loadWhole(unpacked('packed-wasm').arrayBuffer()));
