// SPDX-License-Identifier: Apache-2.0
#include "plugins/ContributionCheck.h"

#include "plugins/ManifestReader.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace congvu::host {

namespace {

/// A part of the manifest and what the code calls it.
struct Side {
    std::string_view member;  ///< "events/subscribes"
    std::string_view verb;    ///< "subscribes to"
};

void compare(const Manifest& manifest, const Side& side, const std::vector<std::string>& declared, const std::vector<std::string>& done) {
    for (const auto& name : done) {
        if (std::find(declared.begin(), declared.end(), name) == declared.end()) {
            throw PluginRefused(manifest.id + "/plugin.json: " + std::string{side.member} + " does not declare \"" + name +
                                "\", which the plugin " + std::string{side.verb});
        }
    }
    for (const auto& name : declared) {
        if (std::find(done.begin(), done.end(), name) == done.end()) {
            throw PluginRefused(manifest.id + "/plugin.json: " + std::string{side.member} + " declares \"" + name +
                                "\", but no code of the plugin " + std::string{side.verb} + " it");
        }
    }
}

std::string readFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The words of an SQL text in lower case, without comments; punctuation separates.
std::vector<std::string> wordsOf(const std::string& sql) {
    std::vector<std::string> words;
    std::string word;
    for (std::size_t i = 0; i <= sql.size(); ++i) {
        const char c = i < sql.size() ? sql[i] : ' ';
        if (c == '-' && i + 1 < sql.size() && sql[i + 1] == '-') {
            i = std::min(sql.find('\n', i), sql.size());
        } else if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            continue;
        }
        if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    return words;
}

/// CREATE [VIRTUAL] TABLE [IF NOT EXISTS] name and DROP TABLE [IF EXISTS] name.
void noteTables(const std::string& sql, std::set<std::string>& tables) {
    const auto words = wordsOf(sql);
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if (words[i] != "table") {
            continue;
        }
        std::size_t name = i + 1;
        while (name < words.size() && (words[name] == "if" || words[name] == "not" || words[name] == "exists")) {
            ++name;
        }
        if (name == words.size()) {
            return;
        }
        if (words[i - 1] == "create" || words[i - 1] == "virtual") {
            tables.insert(words[name]);
        } else if (words[i - 1] == "drop") {
            tables.erase(words[name]);
        }
    }
}

}  // namespace

void checkContributions(const Manifest& manifest, const Contributions& contributions) {
    std::vector<std::string> declaredJobs;
    for (const auto& job : manifest.jobs) {
        declaredJobs.push_back(job.id);
    }
    compare(manifest, {"events/subscribes", "subscribes to"}, manifest.subscribedEvents, contributions.subscribedEvents);
    compare(manifest, {"jobs", "adds"}, declaredJobs, contributions.jobs);
    compare(manifest, {"ports/provides", "provides"}, manifest.providedPorts, contributions.providedPorts);
    std::vector<std::string> declaredEntities;
    declaredEntities.reserve(manifest.entities.size());
    for (const auto& entity : manifest.entities) {
        declaredEntities.push_back(entity.type);
    }
    compare(manifest, {"entities", "adds"}, declaredEntities, contributions.entities);
    std::vector<std::string> declaredLists;
    declaredLists.reserve(manifest.lists.size());
    for (const auto& list : manifest.lists) {
        declaredLists.push_back(list.id);
    }
    compare(manifest, {"lists", "adds"}, declaredLists, contributions.lists);
}

void checkTables(const Manifest& manifest) {
    std::map<std::string, std::filesystem::path> files;  // by name: migrations run in that order
    const auto folder = manifest.folder / "migrations";
    if (std::filesystem::is_directory(folder)) {
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            files.emplace(entry.path().filename().string(), entry.path());
        }
    }
    std::set<std::string> made;
    for (const auto& [name, file] : files) {
        noteTables(readFile(file), made);
    }
    compare(manifest, {"tables", "makes"}, manifest.tables, {made.begin(), made.end()});
}

}  // namespace congvu::host
