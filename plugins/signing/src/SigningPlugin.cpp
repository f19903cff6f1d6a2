// SPDX-License-Identifier: Apache-2.0
#include "SigningPlugin.h"
#include "congvu/plugin/Plugin.h"
#include "congvu/plugin/PluginContext.h"
#include "http/SigningRoutes.h"
#include "service/DeskPort.h"

#include <algorithm>
#include <thread>

namespace congvu::signingdesk {

namespace {

/// Requests that may wait for a core at once; half of the server's workers stay free for everybody else.
constexpr std::size_t kMostWaiting = 32;

}  // namespace

/// Everything the plugin is made of, in the order it is built.
struct SigningPlugin::Parts {
    explicit Parts(PluginContext& context)
        : work(std::max(1U, std::thread::hardware_concurrency()), kMostWaiting),
          roots(context.db(), context.audit(), context.directory(), context.clock()),
          verification(std::make_shared<DocumentVerification>(roots, context.clock(), work)),
          outlines(work),
          vault(context.db(), context.audit(), context.clock(), work),
          keys(context.db(), context.files(), context.audit(), context.directory(), context.clock(), vault),
          timeStamps(context.settings(), context.clock(), context.log()),
          maker(context.settings(), roots, context.clock(), timeStamps, work),
          desk(context.db(), context.files(), context.events(), context.inbox(), context.timeline(), context.audit(), context.clock()),
          signRequests({context.db(), context.files(), context.events(), context.inbox(), context.timeline(), context.audit(),
                        context.clock(), keys, vault, maker}),
          port(std::make_shared<DeskPort>(context.inbox(), context.audit(), context.directory(), context.clock())),
          handlers(desk, signRequests, keys, roots, *verification, outlines, context.files()) {}

    BoundedWork work;
    TrustRoots roots;
    std::shared_ptr<DocumentVerification> verification;
    DocumentOutlines outlines;
    KeyVault vault;
    ManageKeys keys;
    TimeStamps timeStamps;
    SignatureMaker maker;
    Desk desk;
    SignRequests signRequests;
    std::shared_ptr<DeskPort> port;
    SigningHandlers handlers;
};

SigningPlugin::SigningPlugin() = default;
SigningPlugin::~SigningPlugin() = default;

void SigningPlugin::start(PluginContext& context) {
    parts_ = std::make_unique<Parts>(context);
    addRoutes(context.routes(), parts_->handlers);
    context.ports().provide<ports::SignatureVerifier>(parts_->verification);
    context.ports().provide<ports::SigningDesk>(parts_->port);
}

}  // namespace congvu::signingdesk

CONGVU_PLUGIN(congvu::signingdesk::SigningPlugin)
