// SPDX-License-Identifier: Apache-2.0
#include "congvu/testing/PluginHarness.h"

#include "events/Outbox.h"
#include "testing/HarnessRequest.h"
#include "testing/HarnessServer.h"
#include "testing/Province.h"
#include "testing/TemporaryFolder.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>

namespace congvu::testing {

namespace {

constexpr std::int64_t kManyEvents = 100'000;

/// A database with all tables and the province, made once for a test binary and copied for each test.
class Template {
public:
    explicit Template(const std::filesystem::path& pluginFolder) {
        const TemporaryFolder workshop;
        HarnessServer server{workshop.path(), pluginFolder};
        province_.emplace(server.core().organisation());
        server.database().copyTo(file());
    }
    [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "template.db"; }
    [[nodiscard]] const Province& province() const { return *province_; }

private:
    TemporaryFolder folder_;
    std::optional<Province> province_;
};

const Template& templateFor(const std::string& pluginFolder) {
    static std::mutex mutex;
    static std::map<std::string, Template> templates;
    const std::lock_guard lock{mutex};
    return templates.try_emplace(pluginFolder, pluginFolder).first->second;
}

}  // namespace

struct PluginHarness::State {
    explicit State(const std::string& pluginFolder) : province(templateFor(pluginFolder).province()) {
        std::filesystem::copy_file(templateFor(pluginFolder).file(), folder.path() / "congvu.db");
        server = std::make_unique<HarnessServer>(folder.path(), pluginFolder);
    }

    TestResponse send(const http::Caller& caller, const HarnessRequest& request) {
        const auto token = server->authenticator().tokenOf(caller);
        return toTestResponse(server->pipeline().run(toIncoming(request, server->manifest().id, token)));
    }

    TestResponse sendJson(const http::Caller& caller, http::Method method, const std::string& path, const std::string& json,
                          const std::string& ifMatch) {
        return send(caller, {method, path, json, "application/json", ifMatch});
    }

    /// Error of the last attempt to deliver an event to the plugin, if it failed.
    std::optional<std::string> deliveryError(std::int64_t sequence) {
        return server->database().read([&](db::Reader& reader) {
            return reader.one("SELECT error FROM host_event_retry WHERE subscriber = $1 AND sequence = $2",
                              {server->manifest().id, sequence}, [](const db::Row& row) { return row.string(0); });
        });
    }

    TemporaryFolder folder;
    Province province;
    std::unique_ptr<HarnessServer> server;
};

PluginHarness::PluginHarness(const std::string& pluginFolder, std::unique_ptr<Plugin> plugin)
    : state_(std::make_unique<State>(pluginFolder)) {
    state_->server->startPlugin(std::move(plugin));
}

PluginHarness::~PluginHarness() = default;

PluginContext& PluginHarness::context() {
    return state_->server->context();
}

http::Caller PluginHarness::as(std::string_view role, std::string_view unit) {
    auto& organisation = state_->server->core().organisation();
    auto caller = organisation.callerOf(state_->province.postId(organisation, role, unit));
    if (!caller) {
        throw std::logic_error("the post of the harness is not active at this time: " + std::string{role} + " of " + std::string{unit});
    }
    caller->sessionId = "test-session";
    return *caller;
}

std::string PluginHarness::unitId(std::string_view unit) const {
    return state_->province.unitId(unit);
}

std::string PluginHarness::postId(std::string_view role, std::string_view unit) const {
    return state_->province.postId(state_->server->core().organisation(), role, unit);
}

TestResponse PluginHarness::get(const http::Caller& caller, const std::string& path) {
    return state_->send(caller, {http::Method::get, path, "", "", ""});
}

TestResponse PluginHarness::post(const http::Caller& caller, const std::string& path, const std::string& json) {
    return state_->sendJson(caller, http::Method::post, path, json, "");
}

TestResponse PluginHarness::put(const http::Caller& caller, const std::string& path, const std::string& json, const std::string& ifMatch) {
    return state_->sendJson(caller, http::Method::put, path, json, ifMatch);
}

TestResponse PluginHarness::patch(const http::Caller& caller, const std::string& path, const std::string& json,
                                  const std::string& ifMatch) {
    return state_->sendJson(caller, http::Method::patch, path, json, ifMatch);
}

TestResponse PluginHarness::del(const http::Caller& caller, const std::string& path) {
    return state_->send(caller, {http::Method::del, path, "", "", ""});
}

TestResponse PluginHarness::upload(const http::Caller& caller, const std::string& path, const std::vector<TestFile>& files,
                                   const std::string& dataJson) {
    HarnessRequest request;
    request.method = http::Method::post;
    request.path = path;
    setMultipart(request, files, dataJson);
    return state_->send(caller, request);
}

void PluginHarness::advance(std::chrono::milliseconds by) {
    state_->server->clock().advance(by);
}

void PluginHarness::setNow(Timestamp at) {
    state_->server->clock().set(at);
}

int PluginHarness::deliverEvents() {
    return state_->server->events().drain();
}

void PluginHarness::receive(const std::string& name, const EntityRef& entity, const std::string& agencyId, const std::string& payloadJson) {
    const auto& wanted = state_->server->manifest().subscribedEvents;
    if (std::find(wanted.begin(), wanted.end(), name) == wanted.end()) {
        throw std::logic_error("the plugin does not subscribe to " + name);
    }
    const auto sequence = state_->server->database().write([&](db::Tx& tx) {
        host::Outbox::append(tx, {name, entity, agencyId, ""}, payloadJson, state_->server->clock().now());
        return host::Outbox::lastSequence(tx);
    });
    deliverEvents();
    if (const auto error = state_->deliveryError(sequence)) {
        throw std::runtime_error("the plugin could not take " + name + ": " + *error);
    }
}

std::vector<events::Event> PluginHarness::published() const {
    const auto& names = state_->server->manifest().publishedEvents;
    auto all = state_->server->database().read([](db::Reader& reader) { return host::Outbox::readAfter(reader, 0, kManyEvents); });
    std::erase_if(all, [&](const events::Event& event) { return std::find(names.begin(), names.end(), event.name) == names.end(); });
    return all;
}

void PluginHarness::runJob(const std::string& id) {
    state_->server->jobs().runHere(state_->server->manifest().id, id);
}

int PluginHarness::runBackground(int atMost) {
    return state_->server->jobs().runQueuedHere(atMost);
}

void PluginHarness::setSetting(const std::string& key, const std::string& value) {
    state_->server->core().changeSetting(key, value);
}

std::vector<std::string> PluginHarness::openWork(const http::Caller& caller) {
    const auto response = get(caller, "/api/v1/work-items?state=open&limit=200");
    if (response.status != 200) {
        throw std::runtime_error("the work items cannot be read: " + response.body);
    }
    const auto document = json::Document::parse(response.body);
    const auto items = document.root().member("items").value();
    std::vector<std::string> kinds;
    for (std::size_t index = 0; index < items.size(); ++index) {
        kinds.emplace_back(items.element(index).member("kind").value().string());
    }
    return kinds;
}

}  // namespace congvu::testing
