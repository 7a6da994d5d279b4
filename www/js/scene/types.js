// What the scene is told and what it answers: the types shared by everything that draws the stage.

/** @typedef {'A'|'R'} Order */
/** What a messenger brings: an order, or `N` for neither. @typedef {Order|'N'} Said */

/**
 * A general as the map shows him. `loyal` null: whoever looks cannot know.
 * `opinion`: what he is for, where every general has an opinion; `standing`: whether he is sure of it in this phase, or follows who leads it.
 * `raised` 0…1 is how far his banner is up (left out: all the way).
 * @typedef {{id: number, loyal: boolean|null, commander: boolean, leaning: Order|null, decision: Order|null, opinion?: Order|null, standing?: 'sure'|'follows'|null, raised?: number}} General
 */

/**
 * A messenger on the road. `said` null: nobody rides, the slot stayed silent; '?': what he carries is out of sight.
 * `lie` null: whoever looks cannot know. `progress` 0…1 is the part of the road behind him; at 0 he has not left and only his road is seen.
 * `seals` of a signed message; `dropped` 0…1: how far it has been thrown away by its reader.
 * `letter`: written on it instead of the order's own. `kept`: he came long ago, and what he said stays half way on the road, which has lost its head.
 * @typedef {{from: number, to: number, said: Said|null|'?', lie: boolean|null, progress: number, index: number, seals?: Seals, dropped?: number, kept?: boolean, letter?: string}} Ride
 */

/** Who signed, in order, and whose seal is forged, the first of them if several are. @typedef {{signers: number[], forged: number|null}} Seals */

/**
 * Messengers in their thousands, four bytes each as the engine gives them (from, to, said, lie), at a moment of their round, 0…1.
 * `blind`: whoever looks cannot know which are lies. The first is that of step `before` + 1; `own`: which ones of the round these are, if not all.
 * @typedef {{rides: Uint8Array, time: number, blind: boolean, before: number, own: number[]|null}} Crowd
 */

/**
 * How much goes from whom to whom in a round that is not drawn: for each pair, sender by sender, what is said, the lies among it,
 * and what is not sent. `key` names the run and the round; `seen` tells whether whoever looks sees a road.
 * @typedef {{key: string, numbers: Uint32Array, blind: boolean, seen: (from: number, to: number) => boolean}} Flow
 */

/** @typedef {'attack'|'retreat'|'split'} EndingKind */

/**
 * @typedef {object} World
 * @property {General[]} generals
 * @property {number|null} chosen the general being looked at
 * @property {Ride[]} rides
 * @property {Crowd|null} [crowd] instead of `rides` when there are very many
 * @property {Flow|null} [flow] instead of both when there are too many to draw
 * @property {number|null} [lit] index of the one ride that stays at full strength while others fade
 * @property {number|null} [picked] index of the ride whose note is open
 * @property {{steps: Set<number>, strength: number}|null} [flash] indices of rides that have just changed, and how strongly that is marked, 0…1
 * @property {ReadonlySet<number>|null} [differing] indices of rides that another run has not, or has otherwise
 * @property {{from: number, to: number}[]} [unseen] roads that whoever looks cannot see
 * @property {number[]} witnesses generals a verdict points at
 * @property {number[]} [pointed] of these the ones that everything else steps back for
 * @property {{kind: EndingKind, progress: number}|null} ending
 */

/**
 * The words a scene needs, from a language's catalogue. `italic` false where the script has none.
 * @typedef {{general: (id: number) => string, city: string, scale?: string, north?: string, unseen?: string, italic?: boolean}} Words
 */

/** @typedef {{x: number, y: number}} Point */
/** `scale`: of its letters, beside the camp's. @typedef {{x: number, y: number, anchor: 'start'|'middle'|'end', scale: number}} Label */
/** @typedef {{id: number, x: number, y: number, k: number, label: Label|null, hit: number}} Camp */

/**
 * Where everything stands on a stage, in CSS pixels of the stage.
 * @typedef {object} Layout
 * @property {string} key equal keys mean equal layouts
 * @property {number} width
 * @property {number} height
 * @property {number} n
 * @property {Point} centre
 * @property {Point} radius semi-axes of the ring of camps
 * @property {number} names how large names are beside their camps
 * @property {number} unit 1, more on large stages: everything drawn grows with it
 * @property {{x: number, y: number, k: number}} city
 * @property {number} clear radius around the centre that roads keep out of
 * @property {Camp[]} camps
 * @property {boolean} dots camps are too many for tents
 * @property {boolean} bare so little room that nothing rides: shields alone
 * @property {boolean} frame
 * @property {boolean} compass
 * @property {boolean} scaleBar
 * @property {import('./labels.js').Box[]} [taken] where else no message may rest
 */

/** A colour: the name of a design token, or in the page `currentColor`. @typedef {string} Colour */

/**
 * What a shape is called where it stands in the page: its classes, its own style, and data for tests and for what is done with it.
 * With another `data.key` it is another shape, not the same one changed. A canvas asks for none of it.
 * @typedef {{class?: string, style?: string, data?: Record<string, string | number | null | undefined>}} Named
 */

/**
 * @typedef {object} Stroke
 * @property {Colour} [stroke]
 * @property {number} [width] in the shape's own units
 * @property {readonly number[]} [dash]
 * @property {'butt'|'round'} [cap]
 * @property {'miter'|'round'} [join]
 * @property {number} [opacity]
 */

/**
 * @typedef {object} Placed
 * @property {number} [x]
 * @property {number} [y]
 * @property {number} [scale]
 * @property {number} [stretch] vertical scale, where it differs
 * @property {boolean} [mirror] left and right exchanged
 * @property {number} [rotate] degrees
 */

/** @typedef {{kind: 'path', d: string, fill?: Colour, rule?: 'evenodd', under?: boolean} & Placed & Stroke & Named} PathShape */
/** @typedef {{kind: 'disc', x: number, y: number, rx: number, ry: number, fill?: Colour} & Stroke & Named} DiscShape */
/** A quadratic curve. @typedef {{kind: 'curve'} & import('./curve.js').Curve & Stroke} CurveShape */

/**
 * In the page the style of a class may say what is not said here.
 * @typedef {Letters & Named} TextShape
 * @typedef {object} Letters
 * @property {'text'} kind
 * @property {string} text
 * @property {number} x
 * @property {number} y of the base line
 * @property {number} size
 * @property {number} [weight]
 * @property {Colour} [fill]
 * @property {'start'|'middle'|'end'} [align]
 * @property {boolean} [italic]
 * @property {Colour} [halo] drawn around the letters, `haloWidth` wide
 * @property {number} [haloWidth]
 * @property {number} [opacity]
 * @property {number} [rotate] degrees, about x, y
 * @property {string} [aside] in the page: what follows in letters of its own
 */

/**
 * Light that fades from its middle; `night`: drawn on the dark map only.
 * @typedef {object} GlowShape
 * @property {'glow'} kind
 * @property {number} x
 * @property {number} y
 * @property {number} rx
 * @property {number} ry
 * @property {Colour} colour
 * @property {ReadonlyArray<readonly [number, number]>} stops place 0…1 and strength 0…1
 * @property {number} opacity
 * @property {boolean} [night]
 */

/**
 * The ground colour, from the middle to the edge.
 * @typedef {{kind: 'wash', x: number, y: number, width: number, height: number, r: number, inner: Colour, outer: Colour}} WashShape
 */

/**
 * A crowd of messengers: the engine draws it. `roads` of n generals as `roadNumbers` gives them; `r` of a dot; `dense`: dots are thin specks
 * that add up to density. `marked`: these are drawn larger, each by marks around the origin, and the others at this `opacity`.
 * @typedef {{kind: 'crowd', n: number, roads: Float32Array, rides: Uint8Array, time: number, blind: boolean, r: number, dense: boolean, opacity: number, marked: {index: number, marks: Mark[]}[]}} CrowdShape
 */

/**
 * Shapes that stay as they are while messengers ride: the painter may keep their picture under `key`.
 * @typedef {{kind: 'still', key: string, width: number, height: number, opaque: boolean, shapes: Shape[]}} StillShape
 */

/**
 * Hatching over roads: bands `width` wide along curves, filled with slanting lines every `gap`.
 * @typedef {{kind: 'hatch', curves: import('./curve.js').Curve[], width: number, gap: number, stroke: Colour, lineWidth: number, opacity: number}} HatchShape
 */

/** In the page, a rectangle; `r`: its corners are round. @typedef {{kind: 'box', x: number, y: number, width: number, height: number, r?: number} & Named} BoxShape */
/** In the page, shapes that belong together, around their own origin. @typedef {{kind: 'group', shapes: readonly Drawn[]} & Placed & Named} GroupShape */

/** What pieces of the drawing are made of. @typedef {PathShape|DiscShape|CurveShape|TextShape|GlowShape} Mark */
/** What a canvas paints. @typedef {Mark|WashShape|CrowdShape|HatchShape|StillShape} Shape */
/** What a drawing in the page is made of. @typedef {Mark|BoxShape|GroupShape} Drawn */

export {};
