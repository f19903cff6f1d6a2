// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/events/Events.h"
#include "congvu/http/Caller.h"
#include "congvu/plugin/Plugin.h"
#include "congvu/plugin/PluginContext.h"

#include <chrono>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::testing {

/// A file to send with a request.
struct TestFile {
    std::string part = "file";
    std::string name;
    std::string bytes;
};

struct TestResponse {
    int status = 0;
    std::string body;
    std::map<std::string, std::string> headers;
    /// Member of the JSON body by pointer-like path "items/0/id", as text; empty when absent.
    [[nodiscard]] std::string at(std::string_view path) const;
};

/// Runs one plugin for its tests, with a real SQLite file in a temporary folder, the real core services, a virtual clock and the real
/// pipeline (without sockets): requests pass decoding, unit gate, permission check and problem encoding as in the server.
///
/// It starts with a small fictional province: agency "tinh" (province) with divisions "vp-tinh"; agency "xa-a" (commune) with divisions
/// "vp-a" (office) and "kt-a" (economy) and "vh-a" (culture); agency "xa-b" likewise. In each agency there are posts named by `post()`.
class PluginHarness {
public:
    /// `pluginFolder` holds plugin.json, migrations and locale; the plugin object is made by the test binary itself.
    PluginHarness(const std::string& pluginFolder, std::unique_ptr<Plugin> plugin);
    ~PluginHarness();

    [[nodiscard]] PluginContext& context();
    /// The caller that acts in a post. Roles: "clerk", "chair", "office-head", "head" (of a division), "handler", "administrator".
    /// `unit` is one of the unit names above. All permissions of the role by the manifest's defaults are granted.
    [[nodiscard]] http::Caller as(std::string_view role, std::string_view unit);
    [[nodiscard]] std::string unitId(std::string_view unit) const;
    [[nodiscard]] std::string postId(std::string_view role, std::string_view unit) const;

    TestResponse get(const http::Caller& caller, const std::string& path);
    TestResponse post(const http::Caller& caller, const std::string& path, const std::string& json);
    TestResponse put(const http::Caller& caller, const std::string& path, const std::string& json, const std::string& ifMatch = {});
    TestResponse patch(const http::Caller& caller, const std::string& path, const std::string& json, const std::string& ifMatch = {});
    TestResponse del(const http::Caller& caller, const std::string& path);
    TestResponse upload(const http::Caller& caller, const std::string& path, const std::vector<TestFile>& files,
                        const std::string& dataJson = {});

    /// Moves the virtual clock (it starts at 2026-03-02T02:00:00Z, a Monday, 09:00 in Viet Nam).
    void advance(std::chrono::milliseconds by);
    void setNow(Timestamp at);
    /// Delivers every event that waits, until nothing is left; returns how many were delivered.
    int deliverEvents();
    /// Hands an event of another plugin to this one.
    void receive(const std::string& name, const EntityRef& entity, const std::string& agencyId, const std::string& payloadJson);
    /// Events the plugin has published, oldest first.
    [[nodiscard]] std::vector<events::Event> published() const;
    void runJob(const std::string& id);
    /// Runs on this thread what was queued by Jobs::runSoon, until nothing is left or as many pieces as asked; how many they were.
    int runBackground(int atMost = std::numeric_limits<int>::max());
    /// Provides a port that another plugin would provide.
    template <class Interface>
    void providePort(std::shared_ptr<Interface> implementation) {
        context().ports().provide<Interface>(std::move(implementation));
    }
    void setSetting(const std::string& key, const std::string& value);
    /// Kinds of the open work items of a post or of everybody with the assignee's permission in that unit.
    [[nodiscard]] std::vector<std::string> openWork(const http::Caller& caller);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace congvu::testing
