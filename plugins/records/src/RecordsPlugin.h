// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/plugin/Plugin.h"

#include <memory>

namespace congvu::records {

/// Hồ sơ công việc: the file plan of the year, work dossiers, hand-over to the archive, export.
class RecordsPlugin : public Plugin {
public:
    RecordsPlugin();
    ~RecordsPlugin() override;
    void start(PluginContext& context) override;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace congvu::records
