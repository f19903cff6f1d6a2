// SPDX-License-Identifier: Apache-2.0
#include "plugins/ManifestReader.h"

#include "plugins/ManifestJson.h"

#include "congvu/error/AppError.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace congvu::host {

namespace {

constexpr std::size_t kMaximumManifest = 256 * 1024;
constexpr std::string_view kSmallLetters = "abcdefghijklmnopqrstuvwxyz";

std::string readText(const std::filesystem::path& file, const ManifestJson& reader) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        reader.refuse("", "cannot be read");
    }
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (text.size() > kMaximumManifest) {
        reader.refuse("", "is larger than 256 kB");
    }
    return text;
}

json::Document parse(const std::string& text, const ManifestJson& reader) {
    try {
        auto document = json::Document::parse(text);
        if (document.root().kind() != json::Kind::object) {
            reader.refuse("", "must hold one JSON object");
        }
        return document;
    } catch (const AppError&) {
        reader.refuse("", "is not valid JSON");
    }
}

/// Reads one manifest member by member.
class Reading {
public:
    Reading(const ManifestJson& json, json::Value root) : json_(json), root_(root) {}

    Manifest read() {
        json_.allowOnly(root_,
                        {"id", "name", "version", "sdk", "status", "requires", "ports", "permissions", "events", "jobs", "settings", "ui",
                         "tables", "mandates", "entities", "lists", "$schema", "description"},
                        "");
        readIdentity();
        readRelations();
        readPermissions();
        readMandates();
        readEntities();
        readLists();
        readJobs();
        readSettings();
        readUi();
        return std::move(manifest_);
    }

private:
    void readIdentity() {
        manifest_.id = json_.text(root_, "id", "");
        const bool isWord = manifest_.id.find_first_not_of(std::string{kSmallLetters} + "0123456789-") == std::string::npos &&
                            kSmallLetters.find(manifest_.id.front()) != std::string_view::npos;
        if (!isWord || manifest_.id.size() > 40) {
            json_.refuse("id", "must be lower-case letters, digits and hyphens, at most 40");
        }
        manifest_.name = json_.label(root_, "name", "");
        manifest_.version = json_.text(root_, "version", "");
        const auto sdk = json_.number(root_, "sdk", "");
        if (sdk < 1 || sdk > 1'000'000) {
            json_.refuse("sdk", "must be the number of an sdk");
        }
        manifest_.sdk = static_cast<std::uint32_t>(sdk);
        manifest_.status = json_.optionalText(root_, "status", "");
    }

    void readRelations() {
        manifest_.requiredPlugins = json_.texts(root_, "requires", "");
        if (const auto ports = json_.object(root_, "ports", "")) {
            json_.allowOnly(*ports, {"provides", "uses"}, "ports");
            manifest_.providedPorts = json_.texts(*ports, "provides", "ports");
            manifest_.usedPorts = json_.texts(*ports, "uses", "ports");
        }
        if (const auto events = json_.object(root_, "events", "")) {
            json_.allowOnly(*events, {"publishes", "subscribes"}, "events");
            manifest_.publishedEvents = json_.texts(*events, "publishes", "events");
            manifest_.subscribedEvents = json_.texts(*events, "subscribes", "events");
        }
        requirePrefix(manifest_.publishedEvents, "events/publishes", manifest_.id + '.');
        manifest_.tables = json_.texts(root_, "tables", "");
        auto prefix = manifest_.id + '_';
        std::replace(prefix.begin(), prefix.end(), '-', '_');
        requirePrefix(manifest_.tables, "tables", prefix);
    }

    void requirePrefix(const std::vector<std::string>& values, const std::string& at, const std::string& prefix) const {
        for (std::size_t index = 0; index < values.size(); ++index) {
            requirePrefix(values[index], at + '/' + std::to_string(index), prefix);
        }
    }
    void requirePrefix(const std::string& value, const std::string& at, const std::string& prefix) const {
        if (!value.starts_with(prefix) || value.size() == prefix.size()) {
            json_.refuse(at, "must start with \"" + prefix + '"');
        }
    }
    void requireNew(std::set<std::string>& seen, const std::string& value, const std::string& at) const {
        if (!seen.insert(value).second) {
            json_.refuse(at, "stands twice");
        }
    }

    void readPermissions() {
        std::set<std::string> seen;
        for (const auto entry : json_.objects(root_, "permissions", "")) {
            const auto at = "permissions/" + std::to_string(manifest_.permissions.size());
            json_.allowOnly(entry, {"id", "label", "roles"}, at);
            core::PermissionFact fact{json_.text(entry, "id", at), json_.label(entry, "label", at), json_.texts(entry, "roles", at)};
            requirePrefix(fact.id, at + "/id", manifest_.id + '.');
            requireNew(seen, fact.id, at + "/id");
            manifest_.permissions.push_back(std::move(fact));
        }
    }

    /// What may be entrusted under each kind of act; only permissions of this plugin.
    void readMandates() {
        for (const auto entry : json_.objects(root_, "mandates", "")) {
            const auto at = "mandates/" + std::to_string(manifest_.mandates.size());
            json_.allowOnly(entry, {"act", "permissions", "reading", "work"}, at);
            core::MandateFact fact;
            fact.act = oneOf(json_.text(entry, "act", at), {"direct", "review", "sign", "receive"}, at + "/act");
            fact.permissions = json_.texts(entry, "permissions", at);
            fact.reading = json_.texts(entry, "reading", at);
            fact.work = json_.texts(entry, "work", at);
            requireDeclared(fact.permissions, at + "/permissions");
            requireDeclared(fact.reading, at + "/reading");
            requirePrefix(fact.work, at + "/work", manifest_.id + '.');
            manifest_.mandates.push_back(std::move(fact));
        }
    }

    void readEntities() {
        std::set<std::string> seen;
        for (const auto entry : json_.objects(root_, "entities", "")) {
            const auto at = "entities/" + std::to_string(manifest_.entities.size());
            json_.allowOnly(entry, {"type", "permission"}, at);
            core::EntityFact fact{json_.text(entry, "type", at), json_.text(entry, "permission", at)};
            requireNew(seen, fact.type, at + "/type");
            requireDeclared({fact.permission}, at + "/permission");
            manifest_.entities.push_back(std::move(fact));
        }
    }

    void readLists() {
        std::set<std::string> seen;
        for (const auto entry : json_.objects(root_, "lists", "")) {
            const auto at = "lists/" + std::to_string(manifest_.lists.size());
            json_.allowOnly(entry, {"id", "title", "path", "permission"}, at);
            core::ListFact fact{json_.text(entry, "id", at), json_.label(entry, "title", at), json_.optionalText(entry, "path", at),
                                json_.text(entry, "permission", at)};
            requireNew(seen, fact.id, at + "/id");
            requireDeclared({fact.permission}, at + "/permission");
            manifest_.lists.push_back(std::move(fact));
        }
    }

    void requireDeclared(const std::vector<std::string>& permissions, const std::string& at) const {
        for (const auto& permission : permissions) {
            const auto isSame = [&](const core::PermissionFact& fact) { return fact.id == permission; };
            if (std::none_of(manifest_.permissions.begin(), manifest_.permissions.end(), isSame)) {
                json_.refuse(at, "names \"" + permission + "\", which is not among the permissions");
            }
        }
    }

    void readJobs() {
        std::set<std::string> seen;
        for (const auto entry : json_.objects(root_, "jobs", "")) {
            const auto at = "jobs/" + std::to_string(manifest_.jobs.size());
            json_.allowOnly(entry, {"id", "label"}, at);
            manifest_.jobs.push_back({json_.text(entry, "id", at), json_.label(entry, "label", at)});
            requireNew(seen, manifest_.jobs.back().id, at + "/id");
        }
    }

    void readSettings() {
        std::set<std::string> seen;
        for (const auto entry : json_.objects(root_, "settings", "")) {
            const auto at = "settings/" + std::to_string(manifest_.settings.size());
            json_.allowOnly(entry, {"key", "type", "choices", "default", "label", "scope"}, at);
            core::SettingFact fact;
            fact.key = json_.text(entry, "key", at);
            requirePrefix(fact.key, at + "/key", manifest_.id + '.');
            requireNew(seen, fact.key, at + "/key");
            fact.type = oneOf(json_.text(entry, "type", at), {"text", "number", "boolean", "choice", "secret"}, at + "/type");
            fact.choices = json_.texts(entry, "choices", at);
            fact.defaultValue = defaultOf(entry, fact, at + "/default");
            fact.label = json_.label(entry, "label", at);
            fact.scope = oneOf(json_.text(entry, "scope", at), {"system", "unit"}, at + "/scope");
            manifest_.settings.push_back(std::move(fact));
        }
    }

    std::string defaultOf(json::Value entry, const core::SettingFact& fact, const std::string& at) const {
        const auto value = entry.member("default");
        if (!value) {
            json_.refuse(at, "is missing");
        }
        const auto kind = value->kind();
        const bool isText = fact.type == "text" || fact.type == "choice" || fact.type == "secret";
        const bool fits = isText ? kind == json::Kind::string : kind == (fact.type == "number" ? json::Kind::integer : json::Kind::boolean);
        if (!fits) {
            json_.refuse(at, "must be a " + fact.type);
        }
        auto text = isText ? std::string{value->string()} : value->toText();
        if (fact.type == "choice" && std::find(fact.choices.begin(), fact.choices.end(), text) == fact.choices.end()) {
            json_.refuse(at, "must be one of the choices");
        }
        if (fact.type == "secret" && !text.empty()) {
            json_.refuse(at, "must be empty: a manifest is no place for a secret");
        }
        return text;
    }

    std::string oneOf(std::string value, const std::vector<std::string_view>& choices, const std::string& at) const {
        if (std::find(choices.begin(), choices.end(), value) == choices.end()) {
            std::string list;
            for (const auto choice : choices) {
                list += (list.empty() ? "" : ", ") + std::string{choice};
            }
            json_.refuse(at, "must be one of " + list);
        }
        return value;
    }

    void readUi() {
        const auto ui = json_.object(root_, "ui", "");
        if (!ui) {
            return;
        }
        json_.allowOnly(*ui, {"base", "nav", "slots", "connects", "public"}, "ui");
        manifest_.uiBase = json_.text(*ui, "base", "ui");
        if (manifest_.uiBase.front() != '/' || manifest_.uiBase.size() < 2) {
            json_.refuse("ui/base", "must start with a slash and name a path");
        }
        manifest_.slots = json_.texts(*ui, "slots", "ui");
        manifest_.connectSettings = json_.texts(*ui, "connects", "ui");
        std::for_each(manifest_.connectSettings.begin(), manifest_.connectSettings.end(),
                      [this](const std::string& key) { requireSystemText(key, "ui/connects"); });
        for (const auto entry : json_.objects(*ui, "nav", "ui")) {
            manifest_.nav.push_back(readNav(entry, "ui/nav/" + std::to_string(manifest_.nav.size())));
        }
        readPublicPages(*ui);
    }

    /// The policy of pages is one for all units.
    void requireSystemText(const std::string& key, const std::string& at) const {
        const auto isSuch = [&](const core::SettingFact& fact) { return fact.key == key && fact.type == "text" && fact.scope == "system"; };
        if (std::none_of(manifest_.settings.begin(), manifest_.settings.end(), isSuch)) {
            json_.refuse(at, "must name settings of the type text and the scope system");
        }
    }

    void readPublicPages(json::Value ui) {
        const auto pages = json_.object(ui, "public", "ui");
        if (!pages) {
            return;
        }
        json_.allowOnly(*pages, {"base", "title", "icon"}, "ui/public");
        PublicPages read{json_.text(*pages, "base", "ui/public"), json_.label(*pages, "title", "ui/public"),
                         json_.optionalText(*pages, "icon", "ui/public")};
        const auto isWord = read.base.find_first_not_of(std::string{kSmallLetters} + '-', 1) == std::string::npos;
        if (read.base.front() != '/' || read.base.size() < 2 || !isWord) {
            json_.refuse("ui/public/base", "must be a slash and one word of lower-case letters and hyphens");
        }
        manifest_.publicPages = std::move(read);
    }

    NavEntry readNav(json::Value entry, const std::string& at) const {
        json_.allowOnly(entry, {"path", "title", "icon", "badge", "group", "permission"}, at);
        NavEntry nav;
        nav.path = json_.optionalText(entry, "path", at);
        nav.title = json_.label(entry, "title", at);
        nav.icon = json_.optionalText(entry, "icon", at);
        nav.badge = json_.optionalText(entry, "badge", at);
        nav.group = oneOf(json_.text(entry, "group", at), {"work", "admin"}, at + "/group");
        nav.permission = json_.optionalText(entry, "permission", at);
        const auto isDeclared = [&](const core::PermissionFact& fact) { return fact.id == nav.permission; };
        if (!nav.permission.empty() && std::none_of(manifest_.permissions.begin(), manifest_.permissions.end(), isDeclared)) {
            json_.refuse(at + "/permission", "is not among the permissions");
        }
        return nav;
    }

    const ManifestJson& json_;
    json::Value root_;
    Manifest manifest_;
};

}  // namespace

Manifest readManifest(const std::filesystem::path& folder) {
    return readManifest(folder / "plugin.json", folder.filename().string());
}

Manifest readManifest(const std::filesystem::path& file, const std::string& expectedId) {
    const ManifestJson json(file);
    const auto text = readText(file, json);
    const auto document = parse(text, json);
    auto manifest = Reading(json, document.root()).read();
    manifest.folder = file.parent_path();
    if (manifest.id != expectedId) {
        json.refuse("id", "is \"" + manifest.id + "\" but the plugin is \"" + expectedId + '"');
    }
    return manifest;
}

}  // namespace congvu::host
