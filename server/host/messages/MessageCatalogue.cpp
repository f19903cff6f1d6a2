// SPDX-License-Identifier: Apache-2.0
#include "messages/MessageCatalogue.h"

#include "plugins/ManifestReader.h"

#include "congvu/json/Value.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <mutex>

namespace congvu::host {

namespace {

constexpr std::size_t kMaximumMessage = 4000;

/// "incoming.duplicate", or a group of core's about the plugin: "work.incoming.direct", "audit.incoming.registered".
bool belongsTo(std::string_view id, std::string_view owner) {
    const auto startsWithOwner = [&](std::string_view text) {
        return text.size() > owner.size() && text.starts_with(owner) && text[owner.size()] == '.';
    };
    if (owner.empty() || startsWithOwner(id)) {
        return true;
    }
    const auto dot = id.find('.');
    const auto group = id.substr(0, std::min(dot, id.size()));
    const bool isGroup = group == "work" || group == "audit" || group == "settings";
    return isGroup && dot != std::string_view::npos && startsWithOwner(id.substr(dot + 1));
}

std::string filled(std::string_view text, const MessageParams& params) {
    std::string result;
    while (!text.empty()) {
        const auto open = text.find('{');
        result += text.substr(0, open);
        const auto close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) {
            return open == std::string_view::npos ? result : result + std::string{text.substr(open)};
        }
        const auto name = text.substr(open + 1, close - open - 1);
        const auto param = std::find_if(params.begin(), params.end(), [&](const auto& item) { return item.first == name; });
        result += param == params.end() ? std::string{text.substr(open, close - open + 1)} : param->second;
        text.remove_prefix(close + 1);
    }
    return result;
}

}  // namespace

void MessageCatalogue::load(const std::filesystem::path& folder, std::string_view owner) {
    const std::unique_lock lock(mutex_);
    loadLanguage(folder / "vi.json", owner, vietnamese_);
    loadLanguage(folder / "en.json", owner, english_);
}

void MessageCatalogue::loadLanguage(const std::filesystem::path& file, std::string_view owner, Texts& into) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return;
    }
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto place = (file.parent_path().parent_path().filename() / "locale" / file.filename()).string();
    try {
        const auto document = json::Document::parse(text);
        if (document.root().kind() != json::Kind::object) {
            throw PluginRefused(place + ": must hold one JSON object");
        }
        document.root().forEachMember([&](std::string_view id, json::Value value) {
            if (value.kind() != json::Kind::string || value.string().size() > kMaximumMessage) {
                throw PluginRefused(place + ": " + std::string{id} + " must be a text of at most 4000 bytes");
            }
            if (!belongsTo(id, owner)) {
                throw PluginRefused(place + ": " + std::string{id} + " must start with \"" + std::string{owner} + ".\"");
            }
            into.insert_or_assign(std::string{id}, std::string{value.string()});
        });
    } catch (const AppError&) {
        throw PluginRefused(place + ": is not valid JSON");
    }
}

void MessageCatalogue::addPlugin(core::PluginFacts facts) {
    const std::unique_lock lock(mutex_);
    plugins_.push_back(std::move(facts));
}

void MessageCatalogue::removePlugin(std::string_view id) {
    const std::unique_lock lock(mutex_);
    std::erase_if(plugins_, [&](const core::PluginFacts& facts) { return facts.id == id; });
}

std::vector<core::PluginFacts> MessageCatalogue::plugins() const {
    const std::shared_lock lock(mutex_);
    return plugins_;
}

const std::string* MessageCatalogue::find(std::string_view locale, std::string_view id) const {
    const auto& first = locale == "en" ? english_ : vietnamese_;
    const auto& second = locale == "en" ? vietnamese_ : english_;
    for (const auto* texts : {&first, &second}) {
        if (const auto found = texts->find(id); found != texts->end()) {
            return &found->second;
        }
    }
    return nullptr;
}

std::string MessageCatalogue::message(std::string_view locale, std::string_view id, const MessageParams& params) const {
    const std::shared_lock lock(mutex_);
    const auto* text = find(locale, id);
    return text == nullptr ? std::string{id} : filled(*text, params);
}

bool MessageCatalogue::has(std::string_view locale, std::string_view id) const {
    const std::shared_lock lock(mutex_);
    return (locale == "en" ? english_ : vietnamese_).contains(id);
}

}  // namespace congvu::host
