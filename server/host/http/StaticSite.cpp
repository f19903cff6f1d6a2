// SPDX-License-Identifier: Apache-2.0
#include "http/StaticSite.h"

#include "http/LocalOrigin.h"
#include "http/MediaType.h"
#include "http/PercentEncoding.h"
#include "http/Sha256.h"
#include "http/stages/ConditionalGet.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Value.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace congvu::host {

namespace {

constexpr std::string_view kPlugins = "/plugins/";
constexpr std::string_view kPublicArea = "/public/";

std::string readText(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The hash of the import map, which the build of the UI has written down.
std::string importMapHash(const std::filesystem::path& shellFolder) {
    const auto text = readText(shellFolder / "ui-build.json");
    if (text.empty()) {
        return {};
    }
    const auto document = json::Document::parse(text);
    const auto hash = document.root().member("importMapSha256");
    return hash && hash->kind() == json::Kind::string ? " '" + std::string{hash->string()} + '\'' : std::string{};
}

/// True when Accept-Encoding names the coding without q=0.
bool accepts(const IncomingRequest& request, std::string_view coding) {
    auto rest = request.headers.find("Accept-Encoding").value_or("");
    while (!rest.empty()) {
        const auto comma = std::min(rest.find(','), rest.size());
        auto item = rest.substr(0, comma);
        item.remove_prefix(std::min(item.find_first_not_of(' '), item.size()));
        const auto name = item.substr(0, std::min(item.find_first_of("; "), item.size()));
        if (equalsIgnoringCase(name, coding)) {
            const auto quality = item.find("q=0");
            return quality == std::string_view::npos || item.find_first_of("123456789", quality) != std::string_view::npos;
        }
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return false;
}

bool isCompressedCopy(const std::filesystem::path& file) {
    return file.extension() == ".br" || file.extension() == ".gz";
}

/// Names hold a hash of what they name. A plugin's files are for those for whose unit it is on, so no shared cache may keep them.
std::string_view cacheControlOf(std::string_view name) {
    if (name.starts_with(kPlugins)) {
        return "private, max-age=31536000, immutable";
    }
    return name.starts_with("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
}

bool looksLikePage(std::string_view path) {
    const bool isFileArea = path.starts_with("/assets/") || path.starts_with(kPlugins);
    return !isFileArea && path.substr(path.rfind('/')).find('.') == std::string_view::npos;
}

std::string hashOf(const std::filesystem::path& file) {
    Sha256 hash;
    hash.add(readText(file));
    return hash.hex().substr(0, 32);
}

}  // namespace

StaticSite::StaticSite(const std::filesystem::path& shellFolder) : importMapHash_(importMapHash(shellFolder)) {
    addFolder(shellFolder, "/");
    assets_.erase("/ui-build.json");
}

void StaticSite::addPlugin(const std::string& id, const std::filesystem::path& uiFolder) {
    if (auto ui = addBuild(uiFolder, id + "/ui/")) {
        plugins_.insert_or_assign(id, std::move(*ui));
    }
}

void StaticSite::addPublicPages(const std::string& id, const std::filesystem::path& folder) {
    if (auto ui = addBuild(folder, id + std::string{kPublicArea})) {
        publicPages_.insert_or_assign(id, std::move(*ui));
    }
}

std::optional<PluginUi> StaticSite::addBuild(const std::filesystem::path& folder, const std::string& area) {
    const auto text = readText(folder / "ui.json");
    if (text.empty()) {
        return std::nullopt;
    }
    const auto document = json::Document::parse(text);
    const auto root = document.root();
    const auto build = root.member("build");
    const auto entry = root.member("entry");
    if (!build || build->kind() != json::Kind::string || !entry || entry->kind() != json::Kind::string) {
        return std::nullopt;
    }
    const auto prefix = std::string{kPlugins} + area + std::string{build->string()} + '/';
    PluginUi ui;
    ui.entry = prefix + std::string{entry->string()};
    if (const auto api = root.member("api"); api && api->kind() == json::Kind::integer) {
        ui.api = api->integer();
    }
    if (const auto css = root.member("css"); css && css->kind() == json::Kind::array) {
        for (std::size_t i = 0; i < css->size(); ++i) {
            ui.css.push_back(prefix + std::string{css->element(i).string()});
        }
    }
    addFolder(folder, prefix);
    return ui;
}

void StaticSite::addFolder(const std::filesystem::path& folder, const std::string& prefix) {
    std::error_code missing;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, missing)) {
        if (!entry.is_regular_file() || entry.is_symlink() || isCompressedCopy(entry.path())) {
            continue;
        }
        const auto name = prefix + entry.path().lexically_relative(folder).generic_string();
        Asset asset;
        asset.file = entry.path();
        asset.mediaType = webMediaType(name);
        asset.cacheControl = cacheControlOf(name);
        asset.entityTag = hashOf(entry.path());
        asset.hasBrotli = std::filesystem::exists(entry.path().string() + ".br");
        asset.hasGzip = std::filesystem::exists(entry.path().string() + ".gz");
        assets_.insert_or_assign(name, std::move(asset));
    }
}

const StaticSite::Asset* StaticSite::find(std::string_view path) const {
    const auto decoded = percentDecode(path);
    if (!decoded) {
        return nullptr;
    }
    auto found = assets_.find(*decoded);
    if (found == assets_.end() && looksLikePage(path)) {
        found = assets_.find("/index.html");
    }
    return found == assets_.end() ? nullptr : &found->second;
}

std::string StaticSite::pluginOf(std::string_view path) {
    const auto decoded = percentDecode(path);
    if (!decoded || !decoded->starts_with(kPlugins)) {
        return {};
    }
    const auto id = decoded->substr(kPlugins.size());
    return id.substr(0, id.find('/'));
}

std::string StaticSite::publicPluginOf(std::string_view path) {
    const auto id = pluginOf(path);
    const auto decoded = percentDecode(path);
    return !id.empty() && decoded->substr(kPlugins.size() + id.size()).starts_with(kPublicArea) ? id : std::string{};
}

/// docs/architecture: no inline code but the import map.
std::string StaticSite::contentSecurityPolicy(const Asset& asset) const {
    std::string local;
    if (localOrigins_ && asset.mediaType.starts_with("text/html")) {
        for (const auto& origin : localOrigins_()) {
            local += isLocalOrigin(origin) ? ' ' + origin : std::string{};
        }
    }
    return "default-src 'none'; script-src 'self'" + importMapHash_ +
           " 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'" + local +
           "; worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
}

OutgoingResponse StaticSite::answer(const IncomingRequest& request) const {
    const auto* asset = find(request.path);
    if (asset == nullptr) {
        throw AppError::notFound();
    }
    return deliver(*asset, request);
}

OutgoingResponse StaticSite::deliver(const Asset& asset, const IncomingRequest& request) const {
    const bool usesBrotli = asset.hasBrotli && accepts(request, "br");
    const bool usesGzip = !usesBrotli && asset.hasGzip && accepts(request, "gzip");
    const std::string_view coding = usesBrotli ? "br" : usesGzip ? "gzip" : "";
    const auto entityTag = '"' + asset.entityTag + (coding.empty() ? "" : '-' + std::string{coding}) + '"';
    OutgoingResponse response;
    response.set("ETag", entityTag);
    response.set("Cache-Control", std::string{asset.cacheControl});
    response.set("Vary", "Accept-Encoding");
    response.set("Content-Security-Policy", contentSecurityPolicy(asset));
    if (clientHas(request, entityTag)) {
        response.status = 304;
        return response;
    }
    response.set("Content-Type", asset.mediaType);
    response.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (!coding.empty()) {
        response.set("Content-Encoding", std::string{coding});
    }
    FilePart part{OpenFile(asset.file.string() + (usesBrotli ? ".br" : usesGzip ? ".gz" : "")), 0, 0};
    part.length = part.file.sizeBytes();
    response.file = std::move(part);
    return response;
}

std::optional<PluginUi> StaticSite::pluginUi(std::string_view id) const {
    const auto found = plugins_.find(id);
    return found == plugins_.end() ? std::nullopt : std::optional{found->second};
}

std::optional<PluginUi> StaticSite::publicPages(std::string_view id) const {
    const auto found = publicPages_.find(id);
    return found == publicPages_.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace congvu::host
