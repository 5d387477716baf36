#!/bin/sh
# Print the path of the Chromium that the browser tests use. CHROMIUM=… names another one.
# Without one, or without a Chinese font, install Debian's packages when root; else say how.
set -eu

find_chromium() {
    if [ -n "${CHROMIUM:-}" ]; then
        command -v "$CHROMIUM"
        return
    fi
    # The first is Chromium without windows: the same engine, for much less work.
    for name in chromium-headless-shell chromium chromium-browser google-chrome \
        google-chrome-stable \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        command -v "$name" && return
    done
    return 1
}

# macOS has Chinese fonts and usually no fc-list, so no fc-list counts as fonts being there.
has_chinese_font() {
    ! command -v fc-list >/dev/null || [ -n "$(fc-list :lang=zh family)" ]
}

missing() {
    find_chromium >/dev/null || echo chromium
    has_chinese_font || echo fonts-noto-cjk
}

packages=$(missing)
if [ -n "$packages" ] && [ -z "${CHROMIUM:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "安装测试用的浏览器和字体 …" >&2
    apt-get update -qq >&2
    apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null
    packages=$(missing)
fi
if [ -n "$packages" ]; then
    {
        echo "测试需要 Chromium 和中文字体，缺少：$(echo $packages)${CHROMIUM:+（CHROMIUM=$CHROMIUM 不可用）}"
        echo "The tests need Chromium and a Chinese font. Install them:"
        echo "  sudo apt-get update && sudo apt-get install -y chromium fonts-noto-cjk"
        echo "已有 Chromium 或 Chrome 时 / with another browser:  make test CHROMIUM=/path/to/chrome"
    } >&2
    exit 1
fi
find_chromium
