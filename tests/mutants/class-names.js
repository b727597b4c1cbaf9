/** Makes no mutants of class names: how a component looks is judged on its pictures, not by a fast test. */
const joins = (node) => node.callee.type === 'Identifier' && node.callee.name === 'cx';

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'class-names',
    value: {
      shouldIgnore: (path) =>
        (path.isJSXAttribute() && path.node.name.name === 'className') ||
        (path.isCallExpression() && joins(path.node))
          ? 'A class name: its look is judged on pictures.'
          : undefined,
    },
  },
];
