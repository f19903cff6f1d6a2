// SPDX-License-Identifier: Apache-2.0
#include "SigningPlugin.h"
#include "congvu/plugin/Plugin.h"
#include "congvu/plugin/PluginContext.h"
#include "http/SigningRoutes.h"
#include "service/DeskPort.h"

namespace congvu::signingdesk {

/// Everything the plugin is made of, in the order it is built.
struct SigningPlugin::Parts {
    explicit Parts(PluginContext& context)
        : roots(context.db(), context.audit(), context.clock()),
          verification(std::make_shared<DocumentVerification>(roots, context.clock())),
          vault(context.db(), context.clock()),
          keys(context.db(), context.files(), context.audit(), context.directory(), context.clock(), vault),
          maker(context.settings(), roots, context.clock()),
          desk(context.db(), context.files(), context.events(), context.inbox(), context.timeline(), context.audit(), context.clock()),
          signRequests({context.db(), context.files(), context.events(), context.inbox(), context.timeline(), context.audit(),
                        context.clock(), keys, vault, maker}),
          port(std::make_shared<DeskPort>(context.inbox(), context.audit(), context.directory(), context.clock())),
          handlers(desk, signRequests, keys, roots, *verification, context.files()) {}

    TrustRoots roots;
    std::shared_ptr<DocumentVerification> verification;
    KeyVault vault;
    ManageKeys keys;
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
