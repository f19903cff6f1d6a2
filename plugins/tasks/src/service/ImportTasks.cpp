// SPDX-License-Identifier: Apache-2.0
#include "service/ImportTasks.h"

#include "congvu/error/AppError.h"
#include "congvu/text/Text.h"
#include "service/Deadlines.h"
#include "service/TableFile.h"
#include "service/TaskMaking.h"
#include "service/Viewing.h"
#include "storage/ExternalRepository.h"
#include "storage/FieldRepository.h"

#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>

namespace congvu::tasks {

namespace {

/// Puts the tasks of a file beside those that are here.
class TakingOver {
public:
    TakingOver(db::Tx& tx, const ImportTasks::Needs& needs, const http::Caller& caller, ImportResult& result)
        : tx_(tx), needs_(needs), caller_(caller), result_(result) {
        for (const auto& id : needs.directory.subtree(caller.agencyId)) {
            const auto unit = needs.directory.unit(id);
            if (unit && unit->isActive && unit->agencyId == caller.agencyId) {
                for (const auto& name : {unit->name, unit->shortName, unit->abbreviation}) {
                    units_[text::fold(name)].insert(unit->id);
                }
            }
        }
        for (const auto& post : needs.directory.postsOfAgency(caller.agencyId, "tasks.create")) {
            leaders_[text::fold(post.personName)].insert(post.id);
        }
    }

    /// Whether a line may be taken over; what is wrong with it stands in the result.
    void add(const ExternalTask& line, const std::function<void(const std::optional<Task>&, const Task&)>& write) {
        const auto unitId = only(units_, line.unit);
        if (!unitId && !line.unit.empty()) {
            complain(line, "unit", "tasks.unknown-unit");
        } else if (unitId && !needs_.directory.isPluginOn("tasks", *unitId)) {
            complain(line, "unit", "tasks.import-plugin-off");
        }
        const auto leader = only(leaders_, line.leader);
        if (!leader && !line.leader.empty()) {
            complain(line, "leader", "tasks.unknown-post");
        }
        const auto known = line.code.empty() ? std::nullopt : ExternalRepository::find(tx_, caller_.agencyId, line.code);
        if (known && unitId && known->unitId != *unitId) {
            complain(line, "unit", "tasks.import-other-unit");
        }
        if (!unitId || line.code.empty() || line.title.empty()) {
            return;
        }
        if (!known) {
            result_.made += 1;
            write(std::nullopt, fresh(line, *unitId, leader));
        } else if (!isOpen(known->state)) {
            result_.closed += 1;
        } else {
            const auto after = renewed(*known, line, leader);
            const bool isSame = isSameWords(*known, after);
            (isSame ? result_.same : result_.changed) += 1;
            if (!isSame) {
                write(known, after);
            }
        }
    }

private:
    using Names = std::map<std::string, std::set<std::string>>;

    /// The one that is called so; nothing when none or several are.
    static std::optional<std::string> only(const Names& names, const std::string& name) {
        const auto found = names.find(text::fold(name));
        return !name.empty() && found != names.end() && found->second.size() == 1 ? std::optional{*found->second.begin()} : std::nullopt;
    }
    static bool isSameWords(const Task& a, const Task& b) {
        return a.title == b.title && a.content == b.content && a.field == b.field && a.dueOn == b.dueOn && a.urgency == b.urgency &&
               a.leaderPostId == b.leaderPostId;
    }
    Task fresh(const ExternalTask& line, const std::string& unitId, const std::optional<std::string>& leader) {
        auto task = makeTask(caller_, {unitId, std::nullopt}, line.title, line.dueOn, needs_.clock.now());
        task.origin = TaskOrigin::external;
        task.externalCode = line.code;
        task.externalDueOn = line.dueOn;
        task.source = {"", "", "", line.symbol, line.issuer};
        task.content = line.content;
        task.urgency = line.urgency;
        task.field = fieldOf(line);
        task.leaderPostId = leader.value_or(caller_.postId);
        return task;
    }
    Task renewed(const Task& known, const ExternalTask& line, const std::optional<std::string>& leader) {
        Task after = known;
        after.title = line.title;
        after.content = line.content;
        after.urgency = line.urgency;
        after.field = fieldOf(line);
        after.leaderPostId = leader.value_or(known.leaderPostId);
        const bool isMoved = known.externalDueOn != line.dueOn && known.dueOn != line.dueOn;
        if (isMoved) {
            after.externalDueOn = line.dueOn;
            after.dueOn = line.dueOn;
            after.originalDueOn = line.dueOn;
        }
        return after;
    }
    std::string fieldOf(const ExternalTask& line) { return FieldRepository::spelling(tx_, caller_.agencyId, line.field); }
    void complain(const ExternalTask& line, std::string column, std::string code) {
        if (result_.errors.size() < kMostLineErrors) {
            result_.errors.push_back({line.line, std::move(column), std::move(code)});
        }
    }

    db::Tx& tx_;
    const ImportTasks::Needs& needs_;
    const http::Caller& caller_;
    ImportResult& result_;
    Names units_;
    Names leaders_;
};

std::string bytesOf(const files::UploadedFile& upload) {
    if (upload.sizeBytes > static_cast<std::int64_t>(kMostTableBytes)) {
        throw AppError::invalidField("/file", "tasks.import-too-large");
    }
    std::ifstream in(upload.path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string stateName(TaskState state) {
    switch (state) {
        case TaskState::assigned:
            return "Chưa thực hiện";
        case TaskState::inProgress:
            return "Đang thực hiện";
        case TaskState::submitted:
            return "Chờ duyệt hoàn thành";
        case TaskState::done:
            return "Hoàn thành";
        case TaskState::returned:
            return "Trả lại";
        case TaskState::suspended:
            return "Tạm dừng";
        case TaskState::cancelled:
            return "Huỷ";
    }
    return {};
}

std::string urgencyName(Urgency urgency) {
    switch (urgency) {
        case Urgency::normal:
            return "Thường";
        case Urgency::urgent:
            return "Khẩn";
        case Urgency::veryUrgent:
            return "Thượng khẩn";
        case Urgency::flash:
            return "Hoả tốc";
    }
    return {};
}

std::string dayOf(const std::optional<Date>& day) {
    return day ? day->toDisplay() : std::string{};
}

}  // namespace

ImportResult ImportTasks::run(const http::Caller& caller, const std::vector<files::UploadedFile>& uploads, const ImportInput& input) {
    if (uploads.empty()) {
        throw AppError::invalidField("/file", "required");
    }
    const auto read = readExternalTasks(readTableFile(bytesOf(uploads.front())));
    return needs_.db.write([&](db::Tx& tx) {
        ImportResult result;
        result.isDryRun = input.dryRun;
        result.errors = read.errors;
        std::vector<std::pair<std::optional<Task>, Task>> writes;
        TakingOver taking{tx, needs_, caller, result};
        for (const auto& line : read.tasks) {
            taking.add(line, [&](const auto& before, const Task& after) { writes.emplace_back(before, after); });
        }
        if (input.dryRun || !result.errors.empty()) {
            return result;
        }
        for (auto& [before, after] : writes) {
            after.field = FieldRepository::settle(tx, caller.agencyId, after.field);
            if (before) {
                needs_.recorder.changed(tx, caller, *before, after, {"import-change", "", deadlineChange(before->dueOn, after.dueOn)});
            } else {
                needs_.recorder.created(tx, caller, after);
            }
        }
        needs_.audit.record(tx, caller, "tasks.import", {"tasks", "import", caller.agencyId},
                            R"({"made":)" + std::to_string(result.made) + R"(,"changed":)" + std::to_string(result.changed) + '}');
        return result;
    });
}

Download ImportTasks::reportBack(const http::Caller& caller, sheets::SheetFormat format) const {
    const auto tasks = needs_.db.read([&](db::Reader& reader) { return ExternalRepository::all(reader, viewerOf(caller), kMostReported); });
    const auto agency = needs_.directory.unit(caller.agencyId);
    sheets::Sheet sheet;
    sheet.fileName = "nhiem-vu-" + needs_.clock.today().toString();
    sheet.issuer = agency ? agency->name : "";
    sheet.title = {"KẾT QUẢ THỰC HIỆN NHIỆM VỤ"};
    for (const auto& column : externalColumns()) {
        sheet.columns.push_back({std::string{column.title}});
    }
    for (const auto& title : reportBackTitles()) {
        sheet.columns.push_back({std::string{title}});
    }
    for (const auto& task : tasks) {
        const auto unit = needs_.directory.unit(task.unitId);
        const auto leader = needs_.directory.post(task.leaderPostId);
        const bool hasResult = task.judgedOn.has_value();
        sheet.rows.push_back(
            {{task.externalCode.value_or(""), task.title, task.content, task.source.symbol, task.source.issuer, task.field,
              unit ? unit->name : "", leader ? leader->personName : "", dayOf(task.dueOn), urgencyName(task.urgency), stateName(task.state),
              std::to_string(task.percent), hasResult ? dayOf(task.judgedOn) : "", task.resultDocumentLabel}});
    }
    return {sheets::renderSheet(sheet, format, needs_.folder), std::string{sheets::mediaTypeOf(format)},
            sheet.fileName + '.' + std::string{sheets::endingOf(format)}};
}

}  // namespace congvu::tasks
