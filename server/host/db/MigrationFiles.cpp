// SPDX-License-Identifier: Apache-2.0
#include "db/MigrationFiles.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>
#include <map>

namespace congvu::host {

namespace {

constexpr std::array<std::string_view, 2> kDialects{"sqlite", "postgres"};
constexpr std::uintmax_t kMaximumFileBytes = 4 * 1024 * 1024;

/// The files of one number; `plain` serves every dialect, or each dialect has its own.
struct NumberedFiles {
    std::filesystem::path plain;
    std::map<std::string, std::filesystem::path, std::less<>> byDialect;
};

std::string sha256Of(std::string_view text) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
    std::string hex(digest.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    hex.pop_back();
    return hex;
}

std::string readText(const std::filesystem::path& path) {
    if (std::filesystem::file_size(path) > kMaximumFileBytes) {
        throw MigrationRefused(path.string() + " is larger than 4 MiB");
    }
    std::ifstream in{path, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{in}, {}};
    if (in.bad()) {
        throw MigrationRefused(path.string() + " cannot be read");
    }
    return text;
}

int numberOf(const std::filesystem::path& path) {
    const auto name = path.filename().string();
    const auto isDigit = [](unsigned char letter) { return std::isdigit(letter) != 0; };
    if (name.size() < 6 || !std::all_of(name.begin(), name.begin() + 4, isDigit) || name[4] != '_') {
        throw MigrationRefused(path.string() + " is not called like 0001_create_document.sql");
    }
    return std::stoi(name.substr(0, 4));
}

/// "sqlite" of "0004_search.sqlite.sql", empty for a file that serves all.
std::string dialectOf(const std::filesystem::path& path) {
    const auto inner = path.stem().extension().string();
    if (inner.empty()) {
        return {};
    }
    auto dialect = inner.substr(1);
    if (std::find(kDialects.begin(), kDialects.end(), dialect) == kDialects.end()) {
        throw MigrationRefused(path.string() + " names a database that is not known: " + dialect);
    }
    return dialect;
}

void put(NumberedFiles& files, const std::string& dialect, const std::filesystem::path& path) {
    const bool isTaken =
        dialect.empty() ? !files.plain.empty() || !files.byDialect.empty() : !files.plain.empty() || files.byDialect.contains(dialect);
    if (isTaken) {
        throw MigrationRefused(path.string() + " has a number that another file has too");
    }
    if (dialect.empty()) {
        files.plain = path;
    } else {
        files.byDialect.emplace(dialect, path);
    }
}

std::map<int, NumberedFiles> filesByNumber(const std::filesystem::path& folder) {
    std::map<int, NumberedFiles> numbered;
    if (!std::filesystem::is_directory(folder)) {
        return numbered;
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto& path = entry.path();
        if (path.extension() != ".sql") {
            throw MigrationRefused(path.string() + " is not an SQL file");
        }
        put(numbered[numberOf(path)], dialectOf(path), path);
    }
    return numbered;
}

std::filesystem::path choose(const NumberedFiles& files, std::string_view dialect) {
    if (!files.plain.empty()) {
        return files.plain;
    }
    for (const auto wanted : kDialects) {
        if (!files.byDialect.contains(wanted)) {
            throw MigrationRefused(files.byDialect.begin()->second.string() + " has no partner for " + std::string{wanted});
        }
    }
    return files.byDialect.find(dialect)->second;
}

}  // namespace

std::vector<MigrationFile> readMigrationFiles(const std::filesystem::path& folder, std::string_view dialect) {
    std::vector<MigrationFile> migrations;
    for (const auto& [number, files] : filesByNumber(folder)) {
        const auto path = choose(files, dialect);
        if (number != static_cast<int>(migrations.size()) + 1) {
            throw MigrationRefused(path.string() + " leaves a gap in the numbers");
        }
        auto text = readText(path);
        auto digest = sha256Of(text);
        migrations.push_back({number, path.filename().string(), std::move(text), std::move(digest)});
    }
    return migrations;
}

}  // namespace congvu::host
