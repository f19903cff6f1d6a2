// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/core/Core.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::host {

/// The texts of host, core and plugins in Vietnamese and English, from their locale/vi.json and locale/en.json, and the facts of the
/// running plugins. Filled while the host starts; afterwards read from any thread.
class MessageCatalogue final : public core::Catalogue {
public:
    /// Reads `folder`/vi.json and en.json (flat objects id → text); a missing file counts as empty. Ids of a plugin must start with its
    /// id or "audit.<id>.", "work.<id>.", "settings.<id>."; pass an empty `owner` for host and core, which may hold any id.
    /// Throws PluginRefused with one sentence that names the file.
    void load(const std::filesystem::path& folder, std::string_view owner);
    /// Names a running plugin, in the order in which they run; core is added first.
    void addPlugin(core::PluginFacts facts);
    /// Forgets a plugin that was refused after its facts were added.
    void removePlugin(std::string_view id);

    [[nodiscard]] std::vector<core::PluginFacts> plugins() const override;
    [[nodiscard]] std::string message(std::string_view locale, std::string_view id, const MessageParams& params) const override;
    /// True when the text exists in that language.
    [[nodiscard]] bool has(std::string_view locale, std::string_view id) const;

private:
    using Texts = std::map<std::string, std::string, std::less<>>;
    void loadLanguage(const std::filesystem::path& file, std::string_view owner, Texts& into);
    [[nodiscard]] const std::string* find(std::string_view locale, std::string_view id) const;

    mutable std::shared_mutex mutex_;
    Texts vietnamese_;
    Texts english_;
    std::vector<core::PluginFacts> plugins_;
};

}  // namespace congvu::host
