// SPDX-License-Identifier: Apache-2.0
#include "TestCatalogue.h"

#include "plugins/ManifestReader.h"

namespace congvu::core {

TestCatalogue::TestCatalogue() {
    plugins_.push_back(host::readManifest(std::filesystem::path{CONGVU_CORE_FOLDER} / "plugin.json", "core").facts());
    PluginFacts incoming;
    incoming.id = "incoming";
    incoming.permissions = {{"incoming.register", {"Đăng ký", "Register"}, {"clerk"}},
                            {"incoming.read-all", {"Xem", "Read"}, {"chair", "clerk"}},
                            {"incoming.direct", {"Chỉ đạo", "Direct"}, {"chair"}},
                            {"incoming.sign", {"Ký", "Sign"}, {"chair"}}};
    incoming.mandates = {{"direct", {"incoming.direct"}, {"incoming.read-all"}, {"incoming.direct"}},
                         {"sign", {"incoming.sign"}, {"incoming.read-all"}, {"incoming.sign"}},
                         {"receive", {"incoming.register"}, {}, {"incoming.submit"}}};
    plugins_.push_back(incoming);
    PluginFacts tasks;
    tasks.id = "tasks";
    tasks.permissions = {{"tasks.accept", {"Nhận việc", "Accept"}, {"head"}}};
    plugins_.push_back(tasks);
}

std::string TestCatalogue::message(std::string_view locale, std::string_view id, const MessageParams& params) const {
    std::string text{locale};
    text.append(" ").append(id);
    for (const auto& [name, value] : params) {
        text.append(" ").append(name).append("=").append(value);
    }
    return text;
}

}  // namespace congvu::core
