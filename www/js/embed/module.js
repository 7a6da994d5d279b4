// dist/embed.mjs: the same as a module, whose default export notebooks and MyST take for a widget.

import { render } from './anywidget.js';
import { define } from './element.js';

define(import.meta.url);

export default { render };
