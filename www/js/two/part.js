// Two generals as they come before such a run is first shown: their map, their sentences, their panels and their style.

import panel from './two-panel.css' with { type: 'css' };
import css from './two.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(panel);
adopt(css);
export { beside } from './beside.js';
export { valleyMap as map } from './map.js';
export { sentence } from './narrate.js';
