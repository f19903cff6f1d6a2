// SPDX-License-Identifier: Apache-2.0
#include "SigningPlugin.h"
#include "congvu/plugin/Plugin.h"
#include "congvu/plugin/PluginContext.h"
#include "events/Subscribers.h"
#include "http/BatchRoutes.h"
#include "http/CheckRoutes.h"
#include "http/PublicRoutes.h"
#include "http/SigningRoutes.h"
#include "http/TokenRoutes.h"
#include "service/CompleteSignatures.h"
#include "service/DeskPort.h"
#include "service/RemindExpiry.h"
#include "service/RevocationMemory.h"

#include <algorithm>
#include <thread>

namespace congvu::signingdesk {

namespace {

/// Requests that may wait for a core at once; half of the server's workers stay free for everybody else.
constexpr std::size_t kMostWaiting = 32;
/// Batches take one core together and are never refused: the server has fewer background threads than this.
constexpr std::size_t kMostBatches = 64;
/// People without an account share one core, and never keep officials waiting.
constexpr std::size_t kMostStrangers = 8;

/// Before office hours.
constexpr std::chrono::minutes kRemindersAt{7 * 60};
constexpr std::chrono::minutes kRenewalsAt{60};
constexpr std::chrono::seconds kCompletionsEvery{60};
constexpr std::chrono::seconds kRevocationsEvery{30};
constexpr std::chrono::seconds kPreparedCheckEvery{5 * 60};

}  // namespace

/// Everything the plugin is made of, in the order it is built.
struct SigningPlugin::Parts {
    explicit Parts(PluginContext& context)
        : work(std::max(1U, std::thread::hardware_concurrency()), kMostWaiting),
          batchWork(1, kMostBatches),
          publicWork(1, kMostStrangers),
          revocations(context.clock()),
          roots(context.db(), context.audit(), context.directory(), context.clock(), revocations),
          verification(std::make_shared<DocumentVerification>(roots, context.clock(), work)),
          outlines(work),
          vault(context.db(), context.audit(), context.clock(), work),
          keys(context.db(), context.files(), context.audit(), context.directory(), context.clock(), vault),
          timeStamps(context.settings(), context.clock(), context.log()),
          publicVerification(roots, context.clock(), publicWork),
          checks({context.db(), context.files(), context.settings(), context.directory(), publicVerification}),
          levelSources(roots, timeStamps, context.clock()),
          completions({context.db(), context.files(), context.events(), context.audit(), context.settings(), context.clock(), context.log(),
                       levelSources, checks}),
          remindExpiry(context.db(), context.notifications(), context.directory(), context.clock()),
          maker(context.settings(), roots, context.clock(), work),
          desk(context.db(), context.files(), context.events(), context.inbox(), context.timeline(), context.audit(), context.mandates(),
               context.clock()),
          signing({context.db(), context.files(), context.events(), context.inbox(), context.timeline(), context.audit(),
                   context.mandates(), context.clock(), maker, completions}),
          signRequests(keys, signing),
          batchMaker(context.settings(), roots, context.clock(), batchWork),
          batchSigning({context.db(), context.files(), context.events(), context.inbox(), context.timeline(), context.audit(),
                        context.mandates(), context.clock(), batchMaker, completions}),
          batchRunner({context.db(), context.jobs(), context.notifications(), context.directory(), context.clock(), batchSigning}),
          batches({context.db(), context.audit(), context.clock(), keys, batchRunner}),
          enrolToken({context.db(), context.audit(), context.clock(), roots, keys}),
          signByToken({context.db(), context.files(), context.clock(), keys, signing}),
          port(std::make_shared<DeskPort>(context.inbox(), context.audit(), context.directory(), context.clock(), work)),
          handlers(desk, signRequests, keys, roots, *verification, outlines, context.files()),
          batchHandlers(batches),
          tokenHandlers(enrolToken, signByToken, context.settings()),
          publicHandlers(publicVerification, checks) {}

    BoundedWork work;
    BoundedWork batchWork;
    BoundedWork publicWork;
    signing::HttpFetcher fetcher;
    signing::CrlCache lists;
    signing::OnlineRevocation online{fetcher, lists};
    RevocationMemory revocations;
    TrustRoots roots;
    std::shared_ptr<DocumentVerification> verification;
    DocumentOutlines outlines;
    KeyVault vault;
    ManageKeys keys;
    TimeStamps timeStamps;
    DocumentVerification publicVerification;
    DocumentChecks checks;
    LevelSources levelSources;
    CompleteSignatures completions;
    RemindExpiry remindExpiry;
    SignatureMaker maker;
    Desk desk;
    RequestSigning signing;
    SignRequests signRequests;
    SignatureMaker batchMaker;
    RequestSigning batchSigning;
    BatchRunner batchRunner;
    SignBatches batches;
    EnrolToken enrolToken;
    SignByToken signByToken;
    std::shared_ptr<DeskPort> port;
    SigningHandlers handlers;
    BatchHandlers batchHandlers;
    TokenHandlers tokenHandlers;
    PublicHandlers publicHandlers;
};

SigningPlugin::SigningPlugin() = default;
SigningPlugin::~SigningPlugin() = default;

void SigningPlugin::addJobs(jobs::Jobs& jobs, Parts& parts) {
    jobs.add("complete-signatures", jobs::Schedule::every(kCompletionsEvery), [&parts] { parts.completions.complete(); });
    jobs.add("fetch-revocations", jobs::Schedule::every(kRevocationsEvery), [&parts] { parts.revocations.fetch(parts.online); });
    jobs.add("renew-archives", jobs::Schedule::dailyAt(kRenewalsAt), [&parts] { parts.completions.renew(); });
    jobs.add("drop-prepared", jobs::Schedule::every(kPreparedCheckEvery), [&parts] { parts.signByToken.dropExpired(); });
    jobs.add("certificate-expiry", jobs::Schedule::dailyAt(kRemindersAt), [&parts] { parts.remindExpiry.run(); });
}

void SigningPlugin::start(PluginContext& context) {
    parts_ = std::make_unique<Parts>(context);
    addRoutes(context.routes(), parts_->handlers);
    addBatchRoutes(context.routes(), parts_->batchHandlers);
    addTokenRoutes(context.routes(), parts_->tokenHandlers);
    addPublicRoutes(context.routes(), parts_->publicHandlers);
    addCheckRoutes(context.routes(), parts_->checks);
    subscribe(context.events(), parts_->checks);
    addJobs(context.jobs(), *parts_);
    context.ports().provide<ports::SignatureVerifier>(parts_->verification);
    context.ports().provide<ports::SigningDesk>(parts_->port);
}

}  // namespace congvu::signingdesk

CONGVU_PLUGIN(congvu::signingdesk::SigningPlugin)
