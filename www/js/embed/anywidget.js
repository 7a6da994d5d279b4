// The element as a widget of notebooks: traits are its attributes, and where the run stands goes back into the model.

import { NAME } from './element.js';
import { TOLD } from './messages.js';
import { ATTRIBUTES, put } from './properties.js';

/** @param {{model: import('./embed.js').Model, el: HTMLElement}} context @returns {() => void} */
export function render({ model, el }) {
  const element = document.createElement(NAME);
  const follow = () => ATTRIBUTES.forEach((name) => put(element, name, model.get(name)));
  follow();
  for (const name of ATTRIBUTES) model.on?.(`change:${name}`, follow);
  for (const type of TOLD)
    element.addEventListener(type, () => {
      // A model without this trait does not want to know.
      if (model.get('state') === undefined) return;
      model.set('state', element.state);
      model.save_changes();
    });
  el.append(element);
  return () => {
    for (const name of ATTRIBUTES) model.off?.(`change:${name}`, follow);
    element.remove();
  };
}
