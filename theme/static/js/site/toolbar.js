// The reading aids in the header: elder mode, text size, contrast. prefs.js keeps what is chosen.
(function () {
  "use strict";

  const SIZES = { standard: "标准", large: "大", largest: "特大" };
  const root = document.documentElement;
  const toolbar = document.querySelector('[data-element="toolbar"]');
  if (!toolbar) return;

  // action → (button) → [the change of preferences, what is said about it]
  const ACTIONS = {
    elder: () =>
      "elder" in root.dataset
        ? [{ elder: null }, "已退出长者模式"]
        : [{ elder: "on" }, "已进入长者模式"],
    size: (button) => [{ size: button.dataset.value }, `字号：${SIZES[button.dataset.value]}`],
    contrast: () =>
      "contrast" in root.dataset
        ? [{ contrast: null }, "已关闭高对比"]
        : [{ contrast: "high" }, "已开启高对比"],
    reset: () => [{ elder: null, size: null, contrast: null }, "已恢复默认显示"],
  };

  function isPressed(button) {
    const { action, value } = button.dataset;
    return action === "size" ? (root.dataset.size || "standard") === value : action in root.dataset;
  }

  function show() {
    for (const button of toolbar.querySelectorAll("[aria-pressed]")) {
      button.setAttribute("aria-pressed", String(isPressed(button)));
    }
  }

  toolbar.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-action]");
    const action = button && ACTIONS[button.dataset.action];
    if (!action) return;
    const [change, words] = action(button);
    document.dispatchEvent(new CustomEvent("preferences:change", { detail: change }));
    document.dispatchEvent(new CustomEvent("announce", { detail: words }));
  });
  document.addEventListener("preferences:changed", show);

  show();
  toolbar.hidden = false;
})();
