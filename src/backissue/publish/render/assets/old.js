// The box for dead links: works out what the map calls an address, loads the piece of the map that may hold it, goes there.
// The same rules as publish/site/light.py (plain_address, address_key); tests/site compares the two.
var backissueOld = (function () {
  "use strict";
  var root = document.documentElement.dataset.root, map = null, waiting = null, pieces = {};

  function decode(text) {
    return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, function (run) {
      try { return decodeURIComponent(run); } catch (e) { return run.toUpperCase(); }
    });
  }
  function plain(url) {
    var bare = url.trim().replace(/^(?:https?:)?(?:\/\/[^/]+)?\/web\/\d{1,14}[a-z_]*\//i, "")
      .replace(/^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?/i, "").replace(/^\/+/, "").split("#")[0];
    var slash = bare.indexOf("/"), host = slash < 0 ? bare : bare.slice(0, slash), rest = slash < 0 ? "" : bare.slice(slash);
    host = host.toLowerCase().split(":")[0].replace(/^www\./, "");
    return (host + decode(rest)).replace(/\/+$/, "");
  }
  var table = null;
  function key(text) {
    var bytes = new TextEncoder().encode(text), crc = -1, a = 1, b = 0, i, n;
    if (!table) {
      table = [];
      for (n = 0; n < 256; n++) { crc = n; for (i = 0; i < 8; i++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1; table[n] = crc; }
      crc = -1;
    }
    for (i = 0; i < bytes.length; i++) {
      crc = (crc >>> 8) ^ table[(crc ^ bytes[i]) & 255];
      a = (a + bytes[i]) % 65521; b = (b + a) % 65521;
    }
    function hex(x) { return ("0000000" + (x >>> 0).toString(16)).slice(-8); }
    return hex(crc ^ -1) + hex(b * 65536 + a);
  }
  function load(name, then) {
    var script = document.createElement("script");
    script.src = root + "old/" + name + ".js";
    script.onload = then; script.onerror = then;
    document.head.appendChild(script);
  }
  function keys(url) {
    var bare = plain(url), found = [key(bare)], slash = bare.indexOf("/"), i, match;
    var host = slash < 0 ? bare : bare.slice(0, slash), path = slash < 0 ? "/" : bare.slice(slash).split("?")[0];
    if (map && (!map.hosts.length || map.hosts.indexOf(host) >= 0)) {
      for (i = 0; i < map.rules.length; i++) {
        match = new RegExp(map.rules[i]).exec(path);
        if (match) found.push(key("id:" + match[1]));
      }
    }
    return found;
  }
  function find(url, then) {
    function next(left) {
      if (!left.length) return then(null);
      var piece = left[0].slice(0, map.digits);
      function look() {
        var there = pieces[piece] && pieces[piece][left[0]];
        if (there) then(there); else next(left.slice(1));
      }
      if (pieces[piece]) look(); else load(piece, look);
    }
    if (map) next(keys(url)); else load("map", function () { if (map) next(keys(url)); else then(null); });
  }
  function say(word, href) {
    var found = document.getElementById("found"), link;
    found.textContent = backissueReader.word(word);
    if (href) {
      link = document.createElement("a");
      link.href = href; link.textContent = decodeURIComponent(href.replace(/^(?:\.\.\/)*/, ""));
      found.appendChild(link);
    }
  }
  document.addEventListener("DOMContentLoaded", function () {
    var form = document.getElementById("old"), box = document.getElementById("address");
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (!box.value.trim()) return;
      find(box.value, function (path) {
        if (!path) return say("old_none");
        var lost = path.slice(0, 5) === "lost/";
        say(lost ? "old_lost" : "old_found", root + path + ".html");
        if (!lost) location.href = root + path + ".html";
      });
    });
    box.focus();
  });
  return {
    begin: function (said) { map = said; },
    piece: function (name, own) { pieces[name] = own; },
    plain: plain, key: key, find: find
  };
})();
