// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/core/Core.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace congvu::host {

/// One entry of the menu, as plugin.json ui.nav has it.
struct NavEntry {
    std::string path;
    core::Label title;
    std::string icon;
    std::string badge;       ///< counter key, may be empty
    std::string group;       ///< "work" or "admin"
    std::string permission;  ///< shown only to posts that have it; empty: to everybody who may use the plugin
};

/// The pages of a plugin that need no session, as plugin.json ui.public has it.
struct PublicPages {
    std::string base;  ///< "/verify"
    core::Label title;
    std::string icon;
};

struct JobFact {
    std::string id;
    core::Label label;
};

/// What a plugin says of itself in plugin.json, checked, before any of its code is loaded.
struct Manifest {
    std::filesystem::path folder;
    std::string id;
    core::Label name;
    std::string version;
    std::uint32_t sdk = 0;
    std::string status;                        ///< "stable", "preview"
    std::vector<std::string> requiredPlugins;  ///< member "requires"
    std::vector<std::string> providedPorts;
    std::vector<std::string> usedPorts;
    std::vector<core::PermissionFact> permissions;
    std::vector<std::string> publishedEvents;
    std::vector<std::string> subscribedEvents;
    std::vector<JobFact> jobs;
    std::vector<core::SettingFact> settings;
    std::vector<core::MandateFact> mandates;
    std::vector<core::EntityFact> entities;
    std::vector<core::ListFact> lists;  ///< their paths begin below uiBase
    std::string uiBase;                 ///< "/incoming"; empty when it has no pages
    std::vector<NavEntry> nav;
    std::vector<std::string> slots;
    std::vector<std::string> connectSettings;  ///< ui.connects: own settings that name programs on visitors' computers its pages call
    std::optional<PublicPages> publicPages;
    std::vector<std::string> tables;

    [[nodiscard]] core::PluginFacts facts() const {
        core::PluginFacts facts{id, version, name, permissions, settings, mandates, entities, lists};
        for (auto& list : facts.lists) {
            list.path.insert(0, uiBase);
        }
        return facts;
    }
};

}  // namespace congvu::host
