// Starts the page of the single file. Its wasm travels inside.

import { start } from './main.js';
import { unpacked } from './packed.js';

start(unpacked('packed-wasm').arrayBuffer());
