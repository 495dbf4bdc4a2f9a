// Names that are not declared and types are TypeScript's to find (tsconfig.json).
import js from "@eslint/js";

export default [
  { ignores: ["static/vendor/", "_site/", "tests/golden/", ".venv/"] },
  js.configs.recommended,
  {
    rules: {
      "no-undef": "off",
      // Scripts ask for characters of any kind, also for controls and for accents alone.
      "no-control-regex": "off",
      "no-misleading-character-class": "off",
      "no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "eqeqeq": "error",
      "no-var": "error",
      "prefer-const": "error",
      "object-shorthand": "error",
      "no-implicit-coercion": ["error", { allow: ["!!", "+"] }],
      "no-throw-literal": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
      "no-self-compare": "error",
      "no-unused-expressions": ["error", { allowShortCircuit: true, allowTernary: true }],
      "no-unmodified-loop-condition": "error",
      "no-unreachable-loop": "error",
    },
  },
];
