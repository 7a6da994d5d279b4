// dist/embed.js: a script for any page, also one opened from disk.

import { define } from './element.js';

define(/** @type {HTMLScriptElement | null} */ (document.currentScript)?.src);
