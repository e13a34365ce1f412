// Preloaded into a server that says no host when it listens: it listens on 127.0.0.1 alone.
"use strict";
const { Server } = require("node:net");
const listen = Server.prototype.listen;
Server.prototype.listen = function (port, ...rest) {
  if (typeof port !== "number" || typeof rest[0] === "string") {
    throw new Error("only listen(port) is expected of this server");
  }
  return listen.call(this, port, "127.0.0.1", ...rest);
};
