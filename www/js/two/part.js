// Two generals as they come before such a run is first shown: their map, their sentences, their panels and their style.

import css from './two.css' with { type: 'css' };
import { adopt } from '../kit/style.js';
import { tellers } from '../transport/narration.js';
import { sentence } from './narrate.js';

adopt(css);
tellers.two = sentence;
export { valleyMap as make } from './map.js';
