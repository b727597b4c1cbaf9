/**
 * A PostCSS plugin for syntax that no kept plugin lowers for the oldest engines of `browserslist` in package.json
 * (decision 33).
 */
const VIEWPORT = /(?<=\d)[dsl]v(?=[hw]\b)/g;
/** Individual transform properties, and the equivalent function. */
const TRANSFORMS = ['translate', 'rotate', 'scale'];
const plain = (value) => value.replace(/(?<![\w.])(\d+)%/g, (_, n) => String(Number(n) / 100));

/**
 * Heights in dynamic viewport units get the same in `vh` before them, and for engines without `translate`, `rotate` and
 * `scale` the same is written as `transform`.
 */
module.exports = () => ({
  postcssPlugin: 'older-engines',
  OnceExit(root, { AtRule, Rule, Declaration }) {
    root.walkDecls((decl) => {
      if (decl.value.search(VIEWPORT) >= 0) decl.cloneBefore({ value: decl.value.replace(VIEWPORT, 'v') });
      if (!TRANSFORMS.includes(decl.prop) || decl.value === 'none' || decl.parent?.type !== 'rule') return;
      const inScale = decl.prop === 'scale';
      const rule = new Rule({ selector: decl.parent.selector });
      if (inScale)
        decl.parent.walkDecls(/^--tw-scale/, (d) => void rule.append(d.clone({ value: plain(d.value) })));
      const args = inScale ? plain(decl.value) : decl.value;
      rule.append(
        new Declaration({
          prop: 'transform',
          value: `${decl.prop}(${args.split(/\s+(?![^(]*\))/).join(', ')})`,
        }),
      );
      const supports = new AtRule({ name: 'supports', params: `not (${decl.prop}: none)` });
      supports.append(rule);
      decl.parent.after(supports);
    });
  },
});
module.exports.postcss = true;
